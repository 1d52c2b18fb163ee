import { html, nothing, type TemplateResult } from "lit";
import type { PublishedProcedure } from "@fisc/core";
import { failureCode } from "../foundation/failure-text.ts";
import { label } from "../foundation/format.ts";
import type { Localize } from "../foundation/localize.ts";
import { failureNotes } from "./failure-notes.ts";

export interface MessagesView {
  readonly procedure: PublishedProcedure;
  readonly localize: Localize;
  /** The action that the gateway has just done. */
  readonly done: string | undefined;
  readonly failure: unknown;
  readonly canSendAgain: boolean;
  readonly extensionUrl: string;
  /** What others did meanwhile, one line each. */
  readonly changes: readonly string[];
  sendAgain(): void;
  changesSeen(event: Event): void;
}

/** What became of the last thing tried, and what others did meanwhile. */
export function messagesView(view: MessagesView): TemplateResult {
  const { procedure, localize, done, failure, canSendAgain, extensionUrl, changes } = view;
  const text = (key: string, params?: Readonly<Record<string, string>>): string => localize.text(key, params);
  const needsExtension = extensionUrl !== "" && ["extension.missing", "extension.outdated"].includes(failureCode(failure));
  return html`${
    done === undefined
      ? nothing
      : html`<fisc-notice id="result" tabindex="-1" kind="success"
          >${text("approval.done", { action: label(procedure.labels, `action.${done}`, procedure.locale) })}</fisc-notice
        >`
  }
  ${
    failure === undefined
      ? nothing
      : html`<fisc-notice id="result" tabindex="-1" kind="error" heading=${text("approval.failed")}>
          ${failureNotes(failure, procedure, localize)}
          <div slot="actions" class="links">
            ${canSendAgain ? html`<button type="button" data-again @click=${view.sendAgain}>${text("approval.sendAgain")}</button>` : nothing}
            ${needsExtension ? html`<a class="button" href=${extensionUrl} target="_blank" rel="noopener">${text("approval.install")}</a>` : nothing}
          </div>
        </fisc-notice>`
  }
  ${
    changes.length === 0
      ? nothing
      : html`<fisc-notice kind="warning" closable heading=${text("approval.changed")} @fisc-notice-closed=${view.changesSeen}>
          <ul class="changes">
            ${changes.map((line) => html`<li>${line}</li>`)}
          </ul>
        </fisc-notice>`
  }`;
}
