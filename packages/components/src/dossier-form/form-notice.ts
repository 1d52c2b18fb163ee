import { html, nothing, type TemplateResult } from "lit";
import { doneIcon, errorIcon, warningIcon } from "../foundation/icons.ts";

/** A box that says something about the whole form. */
export function notice(
  kind: "info" | "success" | "warning" | "error",
  title: string,
  body: TemplateResult | string | typeof nothing = nothing,
): TemplateResult {
  const icon = kind === "success" ? doneIcon : kind === "error" ? errorIcon : warningIcon;
  return html`<div class="notice ${kind}">
    ${icon}
    <div>${title ? html`<strong>${title}</strong>` : nothing}${body === nothing ? nothing : html`<div>${body}</div>`}</div>
  </div>`;
}
