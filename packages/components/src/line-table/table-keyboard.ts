/**
 * How the cell with the focus takes keys: `move` while it is chosen as a whole, `type` once it was typed over, `edit` while the caret moves
 * in its text.
 */
export type CellMode = "move" | "type" | "edit";

export type TableCommand =
  | { readonly do: "go"; readonly rows: number; readonly columns: number; readonly extend?: true }
  | { readonly do: "jump"; readonly row?: "first" | "last"; readonly column?: "first" | "last"; readonly extend?: true }
  | { readonly do: "page"; readonly pages: 1 | -1; readonly extend?: true }
  | { readonly do: "next-cell"; readonly step: 1 | -1 }
  | { readonly do: "next-row" | "edit" | "escape" | "all" | "clear" | "fill-down" | "undo" | "redo" | "help" }
  | { readonly do: "insert" | "duplicate" | "remove" };

const any = "move type edit";
const go = (rows: number, columns: number): TableCommand => ({ do: "go", rows, columns });
const extend = (rows: number, columns: number): TableCommand => ({ do: "go", rows, columns, extend: true });

/** The keyboard map of a spreadsheet: a key, the modes in which it is the table's and not the cell's own, and what it does. */
export const keyboardMap: readonly (readonly [key: string, modes: string, command: TableCommand])[] = [
  ["ArrowDown", "move type", go(1, 0)],
  ["ArrowUp", "move type", go(-1, 0)],
  ["ArrowRight", "move type", go(0, 1)],
  ["ArrowLeft", "move type", go(0, -1)],
  ["Ctrl+ArrowDown", any, go(1, 0)],
  ["Ctrl+ArrowUp", any, go(-1, 0)],
  ["Ctrl+ArrowRight", any, go(0, 1)],
  ["Ctrl+ArrowLeft", any, go(0, -1)],
  ["Shift+ArrowDown", "move", extend(1, 0)],
  ["Shift+ArrowUp", "move", extend(-1, 0)],
  ["Shift+ArrowRight", "move", extend(0, 1)],
  ["Shift+ArrowLeft", "move", extend(0, -1)],
  ["Home", "move", { do: "jump", column: "first" }],
  ["End", "move", { do: "jump", column: "last" }],
  ["Shift+Home", "move", { do: "jump", column: "first", extend: true }],
  ["Shift+End", "move", { do: "jump", column: "last", extend: true }],
  ["Ctrl+Home", "move type", { do: "jump", row: "first", column: "first" }],
  ["Ctrl+End", "move type", { do: "jump", row: "last", column: "last" }],
  ["Ctrl+Shift+Home", "move", { do: "jump", row: "first", column: "first", extend: true }],
  ["Ctrl+Shift+End", "move", { do: "jump", row: "last", column: "last", extend: true }],
  ["PageDown", any, { do: "page", pages: 1 }],
  ["PageUp", any, { do: "page", pages: -1 }],
  ["Shift+PageDown", "move", { do: "page", pages: 1, extend: true }],
  ["Shift+PageUp", "move", { do: "page", pages: -1, extend: true }],
  ["Tab", any, { do: "next-cell", step: 1 }],
  ["Shift+Tab", any, { do: "next-cell", step: -1 }],
  ["Enter", any, { do: "next-row" }],
  ["Shift+Enter", any, go(-1, 0)],
  ["F2", any, { do: "edit" }],
  ["Escape", any, { do: "escape" }],
  ["Delete", "move", { do: "clear" }],
  ["Ctrl+A", "move", { do: "all" }],
  ["Ctrl+D", any, { do: "fill-down" }],
  ["Ctrl+Z", "move", { do: "undo" }],
  ["Ctrl+Y", "move", { do: "redo" }],
  ["Ctrl+Shift+Z", "move", { do: "redo" }],
  ["Alt+Insert", any, { do: "insert" }],
  ["Alt+Shift+Insert", any, { do: "duplicate" }],
  ["Alt+Delete", any, { do: "remove" }],
  ["Ctrl+/", any, { do: "help" }],
];

const byKey = new Map(keyboardMap.map(([key, modes, command]) => [key, { modes: modes.split(" "), command }]));

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "shiftKey" | "metaKey" | "isComposing">;

const mirrored: Readonly<Record<string, string>> = { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" };

/**
 * What a key means in a cell, or null where it belongs to the cell or to an input method. No key that writes is ever taken. Where lines run
 * from right to left, the arrows go where they point.
 */
export function tableCommand(event: Key, mode: CellMode, direction: "ltr" | "rtl" = "ltr"): TableCommand | null {
  if (event.isComposing) return null;
  const key = (direction === "rtl" && mirrored[event.key]) || event.key;
  const letter = key.length === 1 ? key.toUpperCase() : key;
  const name = [(event.ctrlKey || event.metaKey) && "Ctrl", event.altKey && "Alt", event.shiftKey && "Shift", letter]
    .filter(Boolean)
    .join("+");
  const bound = byKey.get(name);
  return bound?.modes.includes(mode) ? bound.command : null;
}
