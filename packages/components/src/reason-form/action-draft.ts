import type { AvailableAction, Fix } from "@fisc/core";
import type { ActionBody } from "@fisc/core/api";

/** One thing to put right, as it is being written. */
export interface FixDraft {
  readonly key: number;
  /** `form`, or an attachment id. */
  readonly document: string;
  /** Path of a field or of a column (`dong[].soTien`); empty for the document as a whole. */
  readonly at: string;
  /** Number of the line from 1, for a column; empty for all lines. */
  readonly row: string;
  readonly text: string;
}

export interface ActionDraft {
  readonly reason: string;
  readonly fixes: readonly FixDraft[];
  readonly choices: Readonly<Record<string, string>>;
}

/** Where a draft is not complete: `reason`, `fixes`, `fix.<key>.text`, `fix.<key>.row`, `choice.<name>`; and the message key. */
export interface DraftFault {
  readonly at: string;
  readonly message: string;
  readonly params: Readonly<Record<string, number>>;
}

export const emptyDraft: ActionDraft = { reason: "", fixes: [], choices: {} };

/** Longest text of one fix, in characters (`@fisc/core/workflow` refuses more). */
const longestFix = 2_000;

/** Characters as the workflow counts them: code points of the NFC text without outer blanks. */
export function reasonLength(reason: string): number {
  return [...reason.trim().normalize("NFC")].length;
}

/** Everything that keeps the draft from being sent. `lines` gives how many rows the table of a column path has. */
export function draftFaults(needs: AvailableAction["needs"], draft: ActionDraft, lines: (path: string) => number): DraftFault[] {
  const faults: DraftFault[] = [];
  for (const name of Object.keys(needs.choices ?? {})) {
    if (!draft.choices[name]) faults.push({ at: `choice.${name}`, message: "reason.choice.missing", params: {} });
  }
  if (needs.reason) {
    const length = reasonLength(draft.reason);
    const { minLength, maxLength } = needs.reason;
    if (length === 0 && minLength > 0) faults.push({ at: "reason", message: "reason.missing", params: { minLength } });
    else if (length < minLength) faults.push({ at: "reason", message: "reason.short", params: { minLength, length } });
    else if (length > maxLength) faults.push({ at: "reason", message: "reason.long", params: { maxLength, length } });
  }
  if (needs.fixes) {
    if (draft.fixes.length === 0) faults.push({ at: "fixes", message: "reason.fixes.missing", params: {} });
    for (const fix of draft.fixes) {
      if (fix.text.trim() === "") faults.push({ at: `fix.${fix.key}.text`, message: "reason.fix.missing", params: {} });
      const length = reasonLength(fix.text);
      if (length > longestFix)
        faults.push({ at: `fix.${fix.key}.text`, message: "reason.long", params: { maxLength: longestFix, length } });
      const count = lines(fix.at);
      if (fix.row !== "" && !(/^\d+$/.test(fix.row) && Number(fix.row) >= 1 && Number(fix.row) <= count)) {
        faults.push({ at: `fix.${fix.key}.row`, message: "reason.fix.row", params: { count } });
      }
    }
  }
  return faults;
}

/** What is sent. Only what the action asks for goes along. */
export function actionBody(needs: AvailableAction["needs"], draft: ActionDraft): ActionBody {
  const names = Object.keys(needs.choices ?? {});
  return {
    ...(needs.reason ? { reason: draft.reason.normalize("NFC").trim() } : {}),
    ...(needs.fixes ? { fixes: draft.fixes.map(fixOf) } : {}),
    ...(names.length > 0 ? { input: Object.fromEntries(names.map((name) => [name, draft.choices[name] ?? ""])) } : {}),
  };
}

function fixOf(draft: FixDraft): Fix {
  const at = draft.row === "" ? draft.at : draft.at.replace("[]", `[${Number(draft.row) - 1}]`);
  return { document: draft.document, ...(at === "" ? {} : { at }), text: draft.text.normalize("NFC").trim() };
}
