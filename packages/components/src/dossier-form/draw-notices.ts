import { html, nothing, type TemplateResult } from "lit";
import type { Localize } from "../foundation/localize.ts";
import { cloudOffIcon } from "../foundation/late-icons.ts";
import { FiscError } from "@fisc/core";
import { failureText } from "../foundation/failure-text.ts";
import "../draft-state/define.ts";
import { momentText } from "../draft-state/draft-state.ts";
import { labelAt, placeText, violationText } from "./form-faults.ts";
import { drawKeeping, drawMigrated } from "./draw-keeping.ts";
import type { FieldView } from "./field-view.ts";
import { notice } from "./form-notice.ts";
import type { FormSession } from "./form-session.ts";

export interface Standing {
  readonly session: FormSession;
  readonly isSignedOut: boolean;
  /** Why the content did not even get into the outbox. */
  readonly trouble: unknown;
}

export interface NoticeHandlers {
  readonly signIn: () => void;
  readonly startAgain: () => void;
}

/** What is said about the whole form. */
export function drawNotices({ session, isSignedOut, trouble }: Standing, localize: Localize, handlers: NoticeHandlers): TemplateResult {
  const { entry, restoredFrom, sentBefore } = session;
  return html`
    ${drawKeeping(session, localize)}
    ${
      isSignedOut
        ? notice(
            "warning",
            localize.text("standing.sign-in-again"),
            html`<button type="button" @click=${handlers.signIn}>${localize.text("form.sign-in")}</button>`,
          )
        : nothing
    }
    ${
      sentBefore
        ? notice(
            "success",
            sentBefore === "elsewhere"
              ? localize.text("standing.sent-elsewhere")
              : localize.text(session.dossier ? "standing.changed" : "standing.sent", { code: sentBefore.code }),
          )
        : nothing
    }
    ${
      restoredFrom && !entry
        ? notice(
            "info",
            localize.text("standing.restored", { when: momentText(restoredFrom, localize.locale) }),
            html`${session.olderDefinition ? html`<p>${localize.text("standing.newer-definition")}</p>` : nothing}
              <button type="button" class="plain" @click=${handlers.startAgain}>
                ${localize.text(session.dossier ? "standing.start-again-dossier" : "standing.start-again")}
              </button>`,
          )
        : nothing
    }
    ${drawMigrated(session, localize)}
    ${
      entry?.state === "waiting" || (entry?.state === "sending" && entry.attempts > 1)
        ? html`<div class="notice warning">
            ${cloudOffIcon}
            <div>
              <strong>${localize.text("standing.queued-title")}</strong>
              <div>${localize.text("standing.queued")}</div>
            </div>
          </div>`
        : nothing
    }
    ${
      session.newRules
        ? notice(
            "warning",
            localize.text("standing.new-rules", { rules: session.procedure.labels[`regime.${session.procedure.regime}`] ?? "" }),
          )
        : nothing
    }
    ${entry?.state === "failed" ? notice("error", localize.text("standing.refused-title"), refusalText(session, localize)) : nothing}
    ${drawFixes(session, localize)}
    ${trouble === undefined ? nothing : notice("error", localize.text("standing.not-sent"), failureText(localize, trouble))}
  `;
}

function refusalText(session: FormSession, localize: Localize): string {
  const { error } = session.entry ?? {};
  if (!error) return "";
  const own = session.procedure.labels[`error.${error.code}`];
  return own ?? failureText(localize, new FiscError(error.code, { ...error.params }));
}

/** Fixes that belong to no field and no file that is drawn: those stand at their places. */
function drawFixes(session: FormSession, localize: Localize): TemplateResult | typeof nothing {
  const { fixes, procedure, files } = session;
  if (fixes.length === 0) return nothing;
  return notice(
    "warning",
    localize.text("standing.fixes-title"),
    html`<ul>
      ${fixes.map((fix) => {
        const file = files.find(({ id }) => id === fix.document);
        const place = fix.at
          ? [placeText(fix.at, localize), labelAt(procedure, fix.at)].filter(Boolean).join(", ")
          : (file?.name ?? (fix.document === "form" ? localize.text("standing.fix-general") : ""));
        return html`<li>${place ? html`<b>${place}:</b> ` : nothing}${fix.text}</li>`;
      })}
    </ul>`,
  );
}

/** The faults for the summary: what rules and gateway say, and text that cannot be read. */
export function summaryEntries(
  view: FieldView,
  unreadable: readonly { readonly at: string; readonly text: string }[],
): readonly { readonly at: string; readonly text: string }[] {
  const { session, localize, shown } = view;
  const bad = new Set(unreadable.map(({ at }) => at));
  const line = (at: string, text: string): { readonly at: string; readonly text: string } => {
    const place = placeText(at, localize);
    return { at, text: place ? `${place}: ${text}` : text };
  };
  return [
    ...unreadable.map(({ at, text }) => line(at, text)),
    ...shown
      .filter(({ severity, at }) => severity === "error" && !bad.has(at))
      .map((violation) => line(violation.at, violationText(violation, session.procedure, localize))),
  ];
}
