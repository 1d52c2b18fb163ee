import { formatDate } from "@fisc/core/text/script";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Texts } from "../locales/messages.ts";
import type { Failure } from "../messages.ts";
import type { Candidate } from "./certificates.ts";
import { visible } from "./document-view.ts";
import type { PinTries } from "./pin-tries.ts";
import type { Keys } from "./token-watch.ts";

export interface KeyPart {
  readonly keys: Keys | null;
  /** Why nothing can be signed now. */
  readonly problem: Failure | null;
  /** SHA-256 of the chosen certificate. */
  readonly chosen: string;
  readonly tries: PinTries;
  readonly signing: boolean;
  readonly text: Texts;
  choose(sha256: string): void;
}

/** Certificate and PIN; or what is in the way, with its remedy. */
export function keyTemplate(part: KeyPart): TemplateResult {
  const { keys, problem, text } = part;
  if (!keys) return html`<p role="status">${text("key.waiting")}</p>`;
  const { choice } = keys;
  if (problem || !choice) {
    const others = choice?.others ?? [];
    return html`<p role="alert" class="alert">${text(`error.${problem?.code ?? "host.crashed"}`, problem?.params)}</p>
      ${
        others.length === 0
          ? nothing
          : html`<p>${text("key.found")}</p>
              <ul>
                ${others.map((other) => html`<li>${summary(other, text)}</li>`)}
              </ul>`
      }`;
  }
  const chosen = choice.usable.find(({ info }) => info.sha256 === part.chosen);
  return html`${choice.usable.length > 1 ? chooser(part, choice.usable) : nothing}
  ${chosen ? html`<div id="certificate">${summary(chosen, text)}</div>` : nothing} ${failure(part)}
  ${chosen ? pinTemplate(chosen, part) : nothing}`;
}

function chooser({ chosen, choose, text }: KeyPart, usable: readonly Candidate[]): TemplateResult {
  return html`<label for="choose">${text("key.choose")}</label>
    <select id="choose" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${usable.map(({ info, token }) => html`<option value=${info.sha256} ?selected=${info.sha256 === chosen}>${visible(info.subjectCommonName ?? info.subject)} (${visible(token.label)})</option>`)}
    </select>`;
}

function summary({ info, token }: Candidate, text: Texts): TemplateResult {
  const date = formatDate(new Date(info.notAfter), text.locale, { dateStyle: "medium" });
  return html`<strong>${visible(info.subjectCommonName ?? info.subject)}</strong>
    ${info.organization === undefined ? nothing : html`<span class="muted">${visible(info.organization)}</span>`}
    <span class="muted">${text("key.issuer", { issuer: visible(info.issuer) })}</span>
    <span class="muted">${text("key.validity", { date })}</span>
    <span class="muted">${text("key.token", { token: visible(token.label) })}</span>`;
}

function failure({ tries, text }: KeyPart): TemplateResult | typeof nothing {
  const last = tries.failure;
  if (!last) return nothing;
  if (last.code !== "pin.wrong") return html`<p role="alert" class="alert">${text(`error.${last.code}`, last.params)}</p>`;
  const left = last.params["retriesLeft"];
  return html`<div role="alert" class="alert" id="pin-error">
      ${text("pin.again")} ${typeof left === "number" ? text("pin.left", { count: left }) : text("pin.unknown")}
    </div>
    ${tries.paused ? html`<p>${text("pin.pause", { count: tries.secondsLeft })}</p>` : nothing}`;
}

function pinTemplate({ token: { flags } }: Candidate, { tries, signing, text }: KeyPart): TemplateResult {
  const final = flags.pinFinalTry || tries.failure?.params["finalTry"] === 1;
  const warning = final ? text("pin.final") : flags.pinCountLow && !tries.failure ? text("pin.low") : "";
  return html`${warning === "" ? nothing : html`<p class="notice" id="pin-warning" role=${final ? "alert" : "status"}>${warning}</p>`}
  ${final ? html`<label class="check"><input id="final" type="checkbox" required /> ${text("pin.final-accept")}</label>` : nothing}
  ${
    flags.pinPad
      ? html`<p>${text("pin.pad")}</p>`
      : html`<label for="pin">${text("pin.label")}</label>
          <input
            id="pin"
            type="password"
            autocomplete="off"
            spellcheck="false"
            maxlength="255"
            required
            ?disabled=${signing}
            aria-describedby=${warning === "" ? "pin-hint" : "pin-warning pin-hint"}
            aria-invalid=${tries.failure?.code === "pin.wrong"}
          />
          <span class="muted" id="pin-hint">${text("pin.hint")}</span>`
  }`;
}
