import { html, type TemplateResult } from "lit";
import { doneIcon } from "../foundation/icons.ts";
import { type SigningStep, signingSteps } from "./intention.ts";

/** The four steps of a signing, with the one under way marked. */
export function signingProgress(current: SigningStep, text: (key: string) => string): TemplateResult {
  const at = signingSteps.indexOf(current);
  return html`<ol class="steps" aria-label=${text("approval.steps")}>
    ${signingSteps.map(
      (step, index) =>
        html`<li class=${index < at ? "done" : index === at ? "current" : "ahead"} aria-current=${index === at ? "step" : "false"}>
          <span class="mark" aria-hidden="true">${index < at ? doneIcon : index + 1}</span>
          <span
            >${text(`approval.step.${step}`)}${index < at ? html`<span class="visually-hidden"> ${text("approval.step.done")}</span>` : ""}</span
          >
        </li>`,
    )}
  </ol>`;
}
