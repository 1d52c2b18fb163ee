import { FiscError } from "@fisc/core";
import type { SigningErrorCode, SignOutput } from "@fisc/core";
import { sha256Hex } from "@fisc/core/canonical";
import { prepareSigning } from "@fisc/core/signing";
import type { PreparedSigning } from "@fisc/core/signing";
import { loadWords } from "@fisc/core/words";
import { html, LitElement, nothing } from "lit";
import type { TemplateResult } from "lit";
import { textsOf } from "../locales/messages.ts";
import type { Texts } from "../locales/messages.ts";
import type { Failure, OpenMessage } from "../messages.ts";
import { documentTemplate, filesTemplate } from "./document-template.ts";
import type { OpenableFile } from "./document-template.ts";
import { viewOf } from "./document-view.ts";
import type { DocumentView } from "./document-view.ts";
import { canBeShown, receiveFiles } from "./files.ts";
import { aboutTemplate, askerTemplate } from "./head-template.ts";
import { keyTemplate } from "./key-template.ts";
import { PinTries } from "./pin-tries.ts";
import { linkSession } from "./session-link.ts";
import type { SessionLink } from "./session-link.ts";
import { signWithToken } from "./signing.ts";
import { styles } from "./styles.ts";
import { TokenWatch } from "./token-watch.ts";
import type { Keys } from "./token-watch.ts";

type Step = "loading" | "grant" | "review" | "signing" | "done" | "failed";

/** Milliseconds before a button that binds the person can be pressed: a click meant for something else must not land on it. */
const ARM_AFTER = 1_200;
const CLOSE_AFTER = 1_500;

/** The trusted window: shows who asks and what is signed, takes the PIN, signs. One request from beginning to end. */
export class SignWindow extends LitElement {
  static override readonly styles = styles;

  #text: Texts = textsOf(navigator.language);
  #step: Step = "loading";
  #failure: Failure | null = null;
  #armed = false;
  #armTimer: ReturnType<typeof setTimeout> | undefined;
  #open: OpenMessage | null = null;
  #link: SessionLink | null = null;
  #progress = 0;
  #files: readonly OpenableFile[] = [];
  #view: DocumentView = { gist: undefined, sections: [], further: [] };
  #prepared: PreparedSigning | null = null;
  #watch: TokenWatch | null = null;
  #keys: Keys | null = null;
  /** SHA-256 of the chosen certificate. */
  #chosen = "";
  readonly #tries = new PinTries(() => this.requestUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.#arm);
    window.addEventListener("focus", this.#arm);
    void this.#start(new URLSearchParams(location.search).get("session") ?? "");
  }

  async #start(session: string): Promise<void> {
    this.#link = linkSession(session);
    this.#open = await this.#link.opened;
    // A window without its session (reloaded, restored, copied) has nothing to sign.
    if (!this.#open) return this.#fail({ code: "request.expired", params: {} });
    void this.#link.gone.then(() => this.#step === "done" || this.#step === "failed" || this.#fail({ code: "user.cancelled", params: {} }));
    this.#text = textsOf(this.#open.input.locale);
    document.documentElement.lang = this.#text.locale;
    document.title = this.#text("window.title");
    const remaining = Date.parse(this.#open.input.request.expires) - Date.now();
    setTimeout(
      () => this.#step === "signing" || this.#end({ code: "request.expired", params: {} }),
      Math.min(Math.max(remaining, 0), 2 ** 31 - 1),
    );
    if (this.#open.granted) await this.#load(this.#open);
    else this.#go("grant");
  }

  async #load(open: OpenMessage): Promise<void> {
    this.#go("loading");
    const { request, presentation } = open.input;
    try {
      const received = await receiveFiles(
        request.attachments,
        (message) => this.#pull(message),
        (done) => {
          this.#progress = done;
          this.requestUpdate();
        },
      );
      this.#files = received.map((file) => ({ ...file, address: addressOf(file.bytes, file.attachment.mediaType) }));
      await loadWords([presentation.locale]);
      this.#view = viewOf(presentation, request.document);
      this.#prepared = await prepareSigning({ request, presentation, origin: open.asker.origin, topOrigin: open.asker.top });
    } catch (error) {
      return this.#end(failureOf(error, "extension.invalid-request"));
    }
    this.#watch = new TokenWatch(request.certificates, (keys) => this.#keysChanged(keys));
    this.#watch.start();
    this.#go("review");
  }

  #pull(...parameters: Parameters<SessionLink["pull"]>): ReturnType<SessionLink["pull"]> {
    return this.#link ? this.#link.pull(...parameters) : Promise.reject(new FiscError("user.cancelled"));
  }

  #keysChanged(keys: Keys): void {
    this.#keys = keys;
    const usable = keys.choice?.usable ?? [];
    if (!usable.some(({ info }) => info.sha256 === this.#chosen)) this.#chosen = usable[0]?.info.sha256 ?? "";
    this.#link?.send({ type: "blocked", failure: this.#problem });
    this.requestUpdate();
  }

  readonly #grant = (allowed: boolean): void => {
    if (!this.#open || !this.#armed) return;
    this.#link?.send({ type: "grant", allowed });
    if (allowed) void this.#load(this.#open);
    else window.close();
  };

  readonly #sign = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const candidate = this.#keys?.choice?.usable.find(({ info }) => info.sha256 === this.#chosen);
    const host = this.#keys?.host;
    if (!this.#armed || this.#tries.paused || this.#step !== "review" || !candidate || !host || !this.#open || !this.#prepared) return;
    const field = this.renderRoot.querySelector<HTMLInputElement>("#pin");
    const acceptFinalTry = this.renderRoot.querySelector<HTMLInputElement>("#final")?.checked ?? false;
    const pin = candidate.token.flags.pinPad ? null : (field?.value ?? "");
    if (pin === "") return field?.focus();
    // The field is empty before the key has answered: the PIN can be sent once.
    if (field) field.value = "";
    this.#tries.clear();
    this.#watch?.pause();
    this.#go("signing");
    try {
      const output = await signWithToken({
        request: this.#open.input.request,
        prepared: this.#prepared,
        candidate,
        host,
        pin,
        acceptFinalTry,
      });
      await this.#done(output, candidate.info.serial);
    } catch (error) {
      this.#refused(failureOf(error, "host.crashed"));
    }
  };

  async #done(output: SignOutput, serial: string): Promise<void> {
    const manifest = this.#prepared ? await sha256Hex(this.#prepared.manifestBytes) : "";
    this.#link?.send({ type: "outcome", outcome: { type: "signed", output }, signed: { manifest, serial } });
    this.#watch?.close();
    this.#go("done");
    setTimeout(() => window.close(), CLOSE_AFTER);
  }

  /** What can be put right is put right in this window; what cannot ends the request. */
  #refused(failure: Failure): void {
    const lasting: readonly SigningErrorCode[] = ["signature.invalid", "request.expired", "token.locked", "extension.invalid-request"];
    if (lasting.includes(failure.code)) return this.#end(failure);
    // It was there when the PIN was typed.
    this.#tries.failed(failure.code === "token.missing" ? { ...failure, code: "token.removed" } : failure);
    this.#watch?.start();
    this.#go("review");
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("#pin")?.focus());
  }

  /** Why nothing can be signed now. That the key was pulled out in the middle says more than that there is none. */
  get #problem(): Failure | null {
    const problem = this.#keys?.problem ?? null;
    const last = this.#tries.failure;
    return problem?.code === "token.missing" && last?.code === "token.removed" ? last : problem;
  }

  readonly #cancel = (): void => {
    const blocked = this.#problem;
    this.#link?.send({
      type: "outcome",
      outcome: { type: "failed", ...(blocked ?? { code: "user.cancelled", params: {} }) },
      signed: null,
    });
    this.#watch?.close();
    window.close();
  };

  #end(failure: Failure): void {
    if (this.#step === "done" || this.#step === "failed") return;
    this.#link?.send({ type: "outcome", outcome: { type: "failed", ...failure }, signed: null });
    this.#fail(failure);
  }

  #fail(failure: Failure): void {
    this.#failure = failure;
    this.#watch?.close();
    this.#go("failed");
  }

  #go(step: Step): void {
    this.#step = step;
    this.#arm();
    this.requestUpdate();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("h1")?.focus());
  }

  /** Arms the buttons only after the window has been in view for a while. */
  readonly #arm = (): void => {
    this.#armed = false;
    clearTimeout(this.#armTimer);
    if (document.visibilityState === "visible") {
      this.#armTimer = setTimeout(() => {
        this.#armed = true;
        this.requestUpdate();
      }, ARM_AFTER);
    }
    this.requestUpdate();
  };

  protected override render(): TemplateResult {
    const open = this.#open;
    return html`<main>
      <h1 tabindex="-1">${this.#text(this.#step === "grant" ? "grant.title" : "window.title")}</h1>
      ${open ? askerTemplate(open.asker, this.#text) : nothing} ${this.#body(open)}
    </main>`;
  }

  #body(open: OpenMessage | null): TemplateResult | typeof nothing {
    const text = this.#text;
    if (this.#step === "failed") return this.#ending("alert", text(`error.${this.#failure?.code ?? ""}`, this.#failure?.params), true);
    if (this.#step === "done") return this.#ending("status", text("signing.done"), false);
    if (!open || this.#step === "loading") {
      const total = open?.input.request.attachments.length ?? 0;
      return html`<p role="status">${total === 0 ? text("window.loading") : text("window.files", { done: this.#progress, total })}</p>`;
    }
    if (this.#step === "grant") return this.#grantTemplate();
    return this.#review(open);
  }

  #grantTemplate(): TemplateResult {
    const text = this.#text;
    return html`<p>${text("grant.text")}</p>
      <div class="actions">
        <button id="refuse" ?disabled=${!this.#armed} @click=${() => this.#grant(false)}>${text("grant.refuse")}</button>
        <button id="allow" class="primary" ?disabled=${!this.#armed} @click=${() => this.#grant(true)}>${text("grant.allow")}</button>
      </div>`;
  }

  #review(open: OpenMessage): TemplateResult {
    const text = this.#text;
    const signing = this.#step === "signing";
    const ready = this.#armed && !signing && !this.#tries.paused && this.#chosen !== "";
    return html`${aboutTemplate(open.input, text)}
      <h2>${text("document.title")}</h2>
      ${documentTemplate(this.#view, text)}
      <h2>${text("files.title")}</h2>
      ${filesTemplate(this.#files, text)}
      <form @submit=${this.#sign} autocomplete="off">
        <h2>${text("key.title")}</h2>
        ${keyTemplate({
          keys: this.#keys,
          problem: this.#problem,
          chosen: this.#chosen,
          tries: this.#tries,
          signing,
          text,
          choose: (sha256) => {
            this.#chosen = sha256;
            this.requestUpdate();
          },
        })}
        <p role="status">${signing ? text("signing.running") : ""}</p>
        <div class="actions">
          <button id="cancel" type="button" ?disabled=${signing} @click=${this.#cancel}>${text("action.cancel")}</button>
          <button id="sign" class="primary" ?disabled=${!ready}>${text("action.sign")}</button>
        </div>
      </form>`;
  }

  #ending(role: "alert" | "status", message: string, close: boolean): TemplateResult {
    return html`<p role=${role} class=${role === "alert" ? "alert" : "notice"}>${message}</p>
      ${close ? html`<div class="actions"><button id="close" class="primary" @click=${() => window.close()}>${this.#text("action.close")}</button></div>` : nothing}`;
  }
}

/** Kinds that are not shown get no type that a browser would run. */
function addressOf(bytes: Uint8Array<ArrayBuffer>, mediaType: string): string {
  return URL.createObjectURL(new Blob([bytes], { type: canBeShown(mediaType) ? mediaType : "application/octet-stream" }));
}

function failureOf(error: unknown, otherwise: SigningErrorCode): Failure {
  if (!(error instanceof FiscError)) return { code: otherwise, params: {} };
  const { code, params } = error as FiscError<SigningErrorCode>;
  return { code, params };
}

customElements.define("fisc-sign-window", SignWindow);
