import { html, nothing, type TemplateResult } from "lit";
import type { ExpressionNode, Section } from "@fisc/core";
import type { DraftCondition } from "../draft-state/draft-state.ts";
import type { Localize } from "../foundation/localize.ts";
import { drawField } from "./draw-field.ts";
import { drawSlot } from "./draw-slot.ts";
import type { FieldView } from "./field-view.ts";
import type { FormSession } from "./form-session.ts";

/** The official number and title, as on the paper form. */
export function drawHeader({ procedure }: FormSession, localize: Localize): TemplateResult {
  return html`<header>
    <p class="form-number">${localize.text("form.form-number", { number: procedure.formNumber })}</p>
    <h1 tabindex="-1">${procedure.labels[`procedure.${procedure.id}`] ?? procedure.id}</h1>
    <p class="muted">${localize.text("form.required-legend")}</p>
  </header>`;
}

export function drawPages(view: FieldView): TemplateResult {
  const { engine, procedure } = view.session;
  const several = procedure.layout.length > 1;
  const pages = procedure.layout.filter((page) => engine.visible(page.id));
  const slots = procedure.attachments.filter(({ id }) => engine.visible(`attachments.${id}`));
  return html`${pages.map(
    (page) =>
      html`<div class="page">
        ${several ? html`<h2>${procedure.labels[`page.${page.id}`] ?? page.id}</h2>` : nothing}
        ${page.sections.filter((section) => engine.visible(section.id)).map((section) => drawSection(section, several, view))}
      </div>`,
  )}
  ${
    slots.length > 0
      ? html`<fisc-form-section part="section" id="files" .heading=${view.localize.text("form.attachments")}>
          <div class="fields">${procedure.attachments.map((slot) => drawSlot(slot, view))}</div>
        </fisc-form-section>`
      : nothing
  }`;
}

/** Sections stand below their page where pages have headings. */
function drawSection(section: Section<ExpressionNode>, belowPage: boolean, view: FieldView): TemplateResult {
  const label = view.session.procedure.labels[`section.${section.id}`] ?? section.id;
  return html`<fisc-form-section part="section" .heading=${label} .level=${belowPage ? 3 : 2}>
    <div class="fields">${section.fields.map((field) => drawField(field, view))}</div>
  </fisc-form-section>`;
}

/** The bar with what became of the draft, and the button that sends. */
export function drawActions(session: FormSession, localize: Localize): TemplateResult {
  return html`<div class="actions" part="actions">${drawDraft(session, localize)}${drawSend(session, localize)}</div>`;
}

export function drawDraft(session: FormSession, { locale }: Localize): TemplateResult {
  return html`<fisc-draft-state
    .condition=${conditionOf(session)}
    .savedAt=${session.keeper.savedAt}
    .locale=${locale}
  ></fisc-draft-state>`;
}

export function drawSend(session: FormSession, localize: Localize): TemplateResult {
  return html`<button type="submit" class="primary" aria-disabled=${session.isSubmitting}>${submitText(session, localize)}</button>`;
}

function conditionOf({ entry, keeper }: FormSession): DraftCondition {
  if (!entry) return keeper.condition;
  if (entry.state === "failed") return "refused";
  return entry.state === "waiting" ? "waiting" : "sending";
}

function submitText(session: FormSession, localize: Localize): string {
  if (session.isPending) return localize.text("form.submitting");
  if (!session.dossier) return localize.text("form.submit");
  const next = session.followUp;
  return (next && session.procedure.labels[`action.${next}`]) ?? localize.text("form.resubmit");
}
