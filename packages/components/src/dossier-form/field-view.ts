import type { CodeListEntry, ExpressionNode, Field, ValueField, Violation } from "@fisc/core";
import type { CodeSource } from "../foundation/combobox.ts";
import type { Localize } from "../foundation/localize.ts";
import { violationText } from "./form-faults.ts";
import type { FormSession } from "./form-session.ts";

/** What the drawing of fields reads beside the session. */
export interface FieldView {
  readonly session: FormSession;
  readonly localize: Localize;
  readonly shown: readonly Violation[];
  readonly locked: boolean;
  readonly lists: CodeLists;
  /** Draws the fields that not every form has; absent where this form has none. */
  readonly drawMore: DrawMore | undefined;
}

type DrawMore = typeof import("./draw-more-fields.ts").drawMore;

/** Whether a script of its own draws the field, which forms without such fields never load. */
export function needsMore({
  type,
  widget,
  identifier,
}: Field<ExpressionNode> & { readonly widget?: string; readonly identifier?: string }): boolean {
  return (
    widget === "select" || identifier !== undefined || ["multiline", "period", "iban", "identifier", "choices", "checkbox"].includes(type)
  );
}

/** Where a field's codes come from; the same object for the same list, so that nothing is drawn anew for it. */
export class CodeLists {
  readonly #session: FormSession;
  readonly #searches = new Map<string, CodeSource>();
  #accounts: readonly CodeListEntry[] | undefined;

  constructor(session: FormSession) {
    this.#session = session;
  }

  of(field: ValueField<ExpressionNode>): CodeSource | undefined {
    const { procedure, engine, place } = this.#session;
    if (field.type === "account")
      return (this.#accounts ??= engine.context.unit.accounts.map((code) => ({ code, name: engine.context.unit.name })));
    const list = field.codeList;
    if (!list) return undefined;
    const here = procedure.codeLists[list];
    if (here) return here;
    let search = this.#searches.get(list);
    if (!search) this.#searches.set(list, (search = (text, limit) => place.api.codes(list, { locale: procedure.locale, text, limit })));
    return search;
  }
}

interface Notes {
  readonly error: string;
  readonly warning: string;
  readonly fix: string;
}

export function notesAt(view: FieldView, at: string): Notes {
  const { session, localize } = view;
  const here = view.shown.filter((violation) => violation.at === at);
  const text = (severity: Violation["severity"]): string =>
    here
      .filter((one) => one.severity === severity)
      .map((one) => violationText(one, session.procedure, localize))
      .join(" ");
  return {
    error: text("error"),
    warning: text("warning"),
    fix: session.fixes
      .filter((fix) => fix.document === "form" && fix.at === at)
      .map((fix) => fix.text)
      .join(" "),
  };
}

export function choicesOf(
  field: ValueField<ExpressionNode>,
  pattern: string,
  { session }: FieldView,
): readonly { readonly value: string; readonly label: string }[] {
  return (field.options ?? []).map((value) => ({ value, label: session.procedure.labels[`option.${pattern}.${value}`] ?? value }));
}
