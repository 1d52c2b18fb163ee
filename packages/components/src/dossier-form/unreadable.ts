import type { FieldElement } from "../foundation/field-element.ts";
import type { Localize } from "../foundation/localize.ts";
import type { LineTable } from "../line-table/line-table.ts";
import type { FormSession } from "./form-session.ts";

/** What no rule can say, because the data has nothing there: text that cannot be read, files that are still being checked. */
export function unreadableIn(
  root: ParentNode,
  session: FormSession | undefined,
  localize: Localize,
): readonly { readonly at: string; readonly text: string }[] {
  const fields = [...root.querySelectorAll<HTMLElement>("[data-path]")].flatMap((element) => {
    const at = element.dataset["path"] ?? "";
    if (element.localName === "fisc-line-table")
      return (element as LineTable).problems.map(({ row, column, text }) => ({ at: `${at}[${row}].${column}`, text }));
    const field = element as FieldElement<unknown>;
    return field.problem && field.problem !== "required" ? [{ at, text: field.validationMessage }] : [];
  });
  const checking = session?.files.filter((file) => file.sha256 === "").map(({ slot }) => `attachments.${slot}`) ?? [];
  const known = new Set(fields.map(({ at }) => at));
  return [
    ...fields,
    ...[...new Set(checking)].filter((at) => !known.has(at)).map((at) => ({ at, text: localize.text("attachment.unfinished") })),
  ];
}
