import { keptDrafts, wipeDrafts } from "@fisc/core/drafts";
import { html, render, type LitElement } from "lit";
import { dialogStyles } from "../dossier-form/dialogs.styles.ts";
import { adoptStyles } from "../foundation/adopt-styles.ts";
import type { Localize } from "../foundation/localize.ts";

/** `stay`: the person does not sign out after all. */
export type LeavingChoice = "keep" | "delete" | "stay";

export interface KeptFor {
  readonly subject: string;
  readonly database?: string;
}

/** Asks what is to become of what this browser keeps of a person who signs out. Asks nothing where it keeps nothing. */
export async function askWhoLeaves(host: LitElement, localize: Localize, kept: KeptFor): Promise<LeavingChoice> {
  const [{ drafts, unsent }] = await Promise.all([keptDrafts(kept), localize.load(["standing"])]);
  if (drafts.length === 0 && unsent === 0) return "delete";
  adoptStyles(host, dialogStyles);
  const place = document.createElement("div");
  host.renderRoot.append(place);
  try {
    return await new Promise<LeavingChoice>((answer) => {
      const button = (choice: LeavingChoice, look = "") =>
        html`<button type="button" class=${look} ?autofocus=${choice === "stay"} @click=${() => answer(choice)}>
          ${localize.text(`standing.leave-${choice}`)}
        </button>`;
      render(
        html`<dialog class="confirm" aria-labelledby="leaving" @close=${() => answer("stay")}>
          <h2 id="leaving">${localize.text("standing.leave-title")}</h2>
          <p>${localize.text("standing.leave-drafts", { n: drafts.length })}</p>
          ${unsent > 0 ? html`<p>${localize.text("standing.leave-unsent", { n: unsent })}</p>` : ""}
          <div class="buttons">${button("stay")} ${button("keep")} ${button("delete", "careful")}</div>
        </dialog>`,
        place,
      );
      place.querySelector("dialog")?.showModal();
    });
  } finally {
    place.querySelector("dialog")?.close();
    place.remove();
  }
}

/** Deletes what this browser keeps of the person. @throws FiscError `draft.unavailable` */
export function forgetPerson(kept: KeptFor): Promise<void> {
  return wipeDrafts(kept);
}
