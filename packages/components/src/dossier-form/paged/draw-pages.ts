import { html, nothing, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { repeat } from "lit/directives/repeat.js";
import { choosePage, type FormPageChosenEvent } from "../../form-page/form-page-chosen-event.ts";
import type { FormPageEntry } from "../../form-page/page-state.ts";
import { drawDraft, drawSend } from "../draw-form.ts";
import { drawField } from "../draw-field.ts";
import { drawSlot } from "../draw-slot.ts";
import { rootOf } from "../form-faults.ts";
import type { FieldView } from "../field-view.ts";
import type { FormStop } from "./form-stops.ts";
import { reviewParts } from "./review-parts.ts";

/** What the two layouts in pages are drawn from. */
export interface DrawnPages {
  readonly view: FieldView;
  /** Id of the page that is shown. */
  readonly page: string;
  readonly pages: readonly { readonly stop: FormStop; readonly entry: FormPageEntry; readonly isDrawn: boolean }[];
  readonly review: FormPageEntry;
  /** Every page is ready. */
  readonly isReady: boolean;
  readonly unreadable: readonly { readonly at: string; readonly text: string }[];
  /** The list of parts: id and address. */
  readonly list: { readonly id: string; readonly href: string };
  /** Id of the page before; undefined on the first. */
  readonly previous: string | undefined;
  readonly go: (page: string) => void;
  readonly goTo: (chosen: FormPageChosenEvent) => void;
}

/** One page after another, with what is done and what is to come beside them. */
export function drawSteps(drawn: DrawnPages): TemplateResult {
  const { view, pages, page, review, previous } = drawn;
  const { localize } = view;
  return html`<div class="paged steps" @fisc-form-page-chosen=${drawn.goTo}>
    <fisc-form-steps .steps=${[...pages.map(({ entry }) => entry), review]} .current=${page} .locale=${localize.locale}></fisc-form-steps>
    <div class="pages">
      ${drawStops(drawn)} ${drawReview(drawn)}
      ${drawMoves(
        view,
        html`${
          previous === undefined
            ? nothing
            : html`<button type="button" @click=${() => drawn.go(previous)}>${localize.text("pages.back")}</button>`
        }
        ${page === review.id ? drawSend(view.session, localize) : drawContinue(view, "pages.continue")}`,
      )}
    </div>
  </div>`;
}

/** A list of the parts, each with how far it is; every part a page of its own. */
export function drawTasks(drawn: DrawnPages): TemplateResult {
  const { view, pages, page, review, list } = drawn;
  const { localize } = view;
  const isList = page === list.id;
  const last = {
    ...review,
    group: localize.text("pages.sending"),
    hint: review.state === "cannot-start" ? localize.text("pages.review-after") : "",
  };
  const back = html`<a class="button" href=${list.href} @click=${(event: MouseEvent) => choosePage(event, list.id)}>
    ${localize.text("pages.to-list")}
  </a>`;
  return html`<div class="paged" @fisc-form-page-chosen=${drawn.goTo}>
    <div class="pages">
      <fisc-form-page class="list" ?hidden=${!isList} .heading=${localize.text("pages.list")}>
        <fisc-task-list
          .tasks=${pages.map(({ stop, entry }) => ({ ...entry, hint: fixText(stop, view) }))}
          .last=${last}
          .locale=${localize.locale}
        ></fisc-task-list>
      </fisc-form-page>
      ${drawStops(drawn)} ${drawReview(drawn)}
      ${drawMoves(
        view,
        isList ? nothing : html`${back}${page === review.id ? drawSend(view.session, localize) : drawContinue(view, "pages.part-done")}`,
      )}
    </div>
  </div>`;
}

/** What the treasury asks to put right on a page. */
function fixText({ roots }: FormStop, { session, localize }: FieldView): string {
  const slotOf = (document: string): string | undefined => session.files.find(({ id }) => id === document)?.slot;
  const texts = session.fixes
    .filter(({ document, at }) => roots.has(document === "form" ? rootOf(at ?? "") : `attachments.${slotOf(document)}`))
    .map(({ text }) => text);
  return texts.length > 0 ? [localize.text("form.fix"), ...texts].join(" ") : "";
}

/** Pages that were shown once stay, so that nothing on them is lost. */
function drawStops({ view, page, pages }: DrawnPages): TemplateResult {
  const drawn = pages.filter(({ isDrawn }) => isDrawn);
  return html`${repeat(
    drawn,
    ({ stop }) => stop.id,
    ({ stop, entry }) =>
      html`<fisc-form-page
        part="section"
        id=${ifDefined(stop.section ? undefined : "files")}
        ?hidden=${stop.id !== page}
        .heading=${entry.label}
        .caption=${entry.group}
      >
        <div class="fields">
          ${
            stop.section
              ? stop.section.fields.map((field) => drawField(field, view))
              : view.session.procedure.attachments.map((slot) => drawSlot(slot, view))
          }
        </div>
      </fisc-form-page>`,
  )}`;
}

function drawReview(drawn: DrawnPages): TemplateResult | typeof nothing {
  const { view, page, pages, review, isReady, unreadable } = drawn;
  if (page !== review.id) return nothing;
  const { localize } = view;
  return html`<fisc-form-page class="review" .heading=${localize.text("pages.review-title")}>
    <p class="lead">${localize.text(isReady ? "pages.review-text" : "pages.review-unready")}</p>
    <fisc-review-page .parts=${reviewParts(view, pages, unreadable)} .locale=${localize.locale}></fisc-review-page>
  </fisc-form-page>`;
}

function drawMoves({ session, localize }: FieldView, moves: TemplateResult | typeof nothing): TemplateResult {
  return html`<div class="actions" part="actions">
    ${drawDraft(session, localize)}${moves === nothing ? nothing : html`<div class="moves">${moves}</div>`}
  </div>`;
}

function drawContinue({ localize }: FieldView, key: string): TemplateResult {
  return html`<button type="submit" class="primary">${localize.text(key)}</button>`;
}
