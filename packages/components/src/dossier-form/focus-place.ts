import { rowOf } from "@fisc/core/rules";
import type { ReactiveElement } from "lit";
import type { FormSection } from "../form-section/form-section.ts";
import type { LineTable } from "../line-table/line-table.ts";

/**
 * Puts the focus at a path below `root`, through the shadow roots of fields and tables, and unfolds the section that it stands in.
 * False where nothing is drawn there. `defined` brings the script of an element that has none yet.
 */
export function focusPlace(root: ParentNode, at: string, defined: () => Promise<void>): boolean {
  const place = at.startsWith("attachments.") ? at.replace(/\[.*$/, "") : at;
  const row = rowOf(place);
  const target = root.querySelector<ReactiveElement>(`[data-path="${CSS.escape(row?.table ?? place)}"]`);
  if (!target) return false;
  target.closest<FormSection>("fisc-form-section")?.expand();
  target.scrollIntoView({ block: "center" });
  const enter = (): boolean => {
    if (row && target.localName === "fisc-line-table") return (target as LineTable).focusCell(row.index, row.column);
    target.focus();
    return true;
  };
  if (target.hasUpdated) return enter();
  // It takes the focus once it is drawn; a place for files, once its script is there.
  const ready = target.matches(":not(:defined)") ? defined() : Promise.resolve();
  void ready.then(() => target.updateComplete).then(enter);
  return true;
}
