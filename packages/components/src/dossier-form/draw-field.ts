import { html, nothing, type TemplateResult } from "lit";
import type { ExpressionNode, Field, Json, ValueField } from "@fisc/core";
import { formatMoney } from "@fisc/core/money";
import { timingAt } from "@fisc/core/rules";
import { drawLines } from "./draw-lines.ts";
import { choicesOf, needsMore, notesAt, type FieldView } from "./field-view.ts";

export function drawField(field: Field<ExpressionNode>, view: FieldView): TemplateResult | typeof nothing {
  if (!view.session.engine.visible(field.path)) return nothing;
  return field.type === "lines" ? drawLines(field, view) : drawValue(field, view);
}

/** How much of the row a field asks for. */
function widthOf(field: ValueField<ExpressionNode>): string {
  if (["choice", "choices", "checkbox", "multiline", "words"].includes(field.type)) return "whole";
  const length = field.length ?? (field.type === "date" ? 10 : 30);
  return length <= 15 ? "short" : length <= 28 ? "middle" : "long";
}

function drawValue(field: ValueField<ExpressionNode>, view: FieldView): TemplateResult | typeof nothing {
  const { session, localize } = view;
  const { engine, procedure } = session;
  const { path } = field;
  const { labels, currency } = procedure;
  const label = labels[`field.${path}`] ?? path;
  const hint = labels[`field.${path}.hint`] ?? "";
  const notes = notesAt(view, path);
  const value = engine.get(path) ?? null;
  const readOnly = Boolean(field.readOnly) || engine.computed(path) || view.locked;
  const required = engine.required(path);
  const validate = timingAt(procedure, path);
  const kind = widthOf(field);
  const changed = (event: Event): void => session.set(path, (event.currentTarget as HTMLElement & { readonly value: Json }).value);
  const left = (): void => session.faults.touch(path);
  if (field.type === "words" || (field.readOnly && engine.computed(path))) {
    return html`<fisc-words-output
      class="field ${kind}"
      data-path=${path}
      .label=${label}
      .value=${outputText(field, value, view)}
      .language=${field.language ?? ""}
      .error=${notes.error}
      ?figure=${field.type === "money"}
    ></fisc-words-output>`;
  }
  const text = typeof value === "string" ? value : "";
  const figure = typeof value === "number" ? value : null;
  const locale = localize.locale;
  switch (needsMore(field) ? "more" : field.type) {
    case "money":
      return html`<fisc-money-field
        class="field ${kind}"
        data-path=${path}
        .label=${label}
        .hint=${hint}
        .error=${notes.error}
        .warning=${notes.warning}
        .fix=${notes.fix}
        .locale=${locale}
        .validate=${validate}
        ?required=${required}
        ?readonly=${readOnly}
        .currency=${currency.code}
        .decimals=${currency.decimals}
        .length=${field.length ?? 0}
        .value=${figure}
        @input=${changed}
        @change=${left}
      ></fisc-money-field>`;
    case "number":
      return html`<fisc-number-field
        class="field ${kind}"
        data-path=${path}
        .label=${label}
        .hint=${hint}
        .error=${notes.error}
        .warning=${notes.warning}
        .fix=${notes.fix}
        .locale=${locale}
        .validate=${validate}
        ?required=${required}
        ?readonly=${readOnly}
        ?plain=${(field.length ?? 9) <= 4}
        .length=${field.length ?? 0}
        .value=${figure}
        @input=${changed}
        @change=${left}
      ></fisc-number-field>`;
    case "date":
      return html`<fisc-date-field
        class="field ${kind}"
        data-path=${path}
        .label=${label}
        .hint=${hint}
        .error=${notes.error}
        .warning=${notes.warning}
        .fix=${notes.fix}
        .locale=${locale}
        .validate=${validate}
        ?required=${required}
        ?readonly=${readOnly}
        .value=${text}
        @input=${changed}
        @change=${left}
      ></fisc-date-field>`;
    case "choice":
      return html`<fisc-choice-field
        class="field ${kind}"
        data-path=${path}
        .label=${label}
        .hint=${hint}
        .error=${notes.error}
        .warning=${notes.warning}
        .fix=${notes.fix}
        .locale=${locale}
        .validate=${validate}
        ?required=${required}
        ?readonly=${readOnly}
        .choices=${choicesOf(field, path, view)}
        .value=${text}
        @input=${changed}
        @change=${left}
      ></fisc-choice-field>`;
    case "code":
    case "account":
      return html`<fisc-code-field
        class="field ${kind}"
        data-path=${path}
        .label=${label}
        .hint=${hint}
        .error=${notes.error}
        .warning=${notes.warning}
        .fix=${notes.fix}
        .locale=${locale}
        .validate=${validate}
        ?required=${required}
        ?readonly=${readOnly}
        .codes=${view.lists.of(field) ?? []}
        .length=${field.length ?? 0}
        .value=${text}
        @input=${changed}
        @change=${left}
      ></fisc-code-field>`;
    case "text":
      return html`<fisc-text-field
        class="field ${kind}"
        data-path=${path}
        .label=${label}
        .hint=${hint}
        .error=${notes.error}
        .warning=${notes.warning}
        .fix=${notes.fix}
        .locale=${locale}
        .validate=${validate}
        ?required=${required}
        ?readonly=${readOnly}
        .autocomplete=${(field.autocomplete ?? "") as AutoFill}
        .length=${kind === "long" ? 0 : (field.length ?? 0)}
        .value=${text}
        @input=${changed}
        @change=${left}
      ></fisc-text-field>`;
    default:
      return view.drawMore?.(field, { ...notes, label, hint, kind, value, readOnly, required, validate }, view) ?? nothing;
  }
}

function outputText(field: ValueField<ExpressionNode>, value: Json, { session, localize }: FieldView): string {
  if (typeof value === "number") {
    return field.type === "money"
      ? formatMoney(value, {
          locale: localize.locale,
          currency: session.procedure.currency.code,
          decimals: session.procedure.currency.decimals,
        })
      : String(value);
  }
  if (typeof value !== "string") return "";
  const name = field.codeList ? session.procedure.codeLists[field.codeList]?.find((entry) => entry.code === value)?.name : undefined;
  return name ? `${value} – ${name}` : value;
}
