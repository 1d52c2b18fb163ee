export type TableCommand =
  | { readonly do: "go"; readonly rows: number; readonly columns: number }
  | { readonly do: "next-row" }
  | { readonly do: "insert" | "duplicate" | "remove" };

/**
 * What a key means in a table cell, or null where the key belongs to the cell. Enter goes down the column as in a
 * spreadsheet; arrows need Ctrl because the plain ones move in the text.
 */
export function tableCommand(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "shiftKey" | "metaKey" | "isComposing">,
): TableCommand | null {
  if (event.isComposing || event.metaKey) return null;
  if (event.key === "Enter" && !event.ctrlKey && !event.altKey)
    return event.shiftKey ? { do: "go", rows: -1, columns: 0 } : { do: "next-row" };
  if (event.ctrlKey && !event.altKey && !event.shiftKey) {
    if (event.key === "ArrowDown") return { do: "go", rows: 1, columns: 0 };
    if (event.key === "ArrowUp") return { do: "go", rows: -1, columns: 0 };
    if (event.key === "ArrowRight") return { do: "go", rows: 0, columns: 1 };
    if (event.key === "ArrowLeft") return { do: "go", rows: 0, columns: -1 };
  }
  if (event.altKey && !event.ctrlKey) {
    if (event.key === "Insert") return { do: event.shiftKey ? "duplicate" : "insert" };
    if (event.key === "Delete") return { do: "remove" };
  }
  return null;
}
