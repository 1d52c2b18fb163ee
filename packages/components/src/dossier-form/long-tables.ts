import type { JsonObject, PublishedProcedure } from "@fisc/core";
import { rowsAt, type KeepTables } from "@fisc/core/rules";

/** Tables of more rows than this are kept quick by a script of their own, which most forms never need. */
export const manyRows = 200;

export function hasManyRows({ layout }: PublishedProcedure, data: JsonObject): boolean {
  const fields = layout.flatMap(({ sections }) => sections).flatMap((section) => section.fields);
  return fields.some(({ type, path }) => type === "lines" && rowsAt(data, path).length > manyRows);
}

export async function loadLongTables(): Promise<KeepTables> {
  const { keepLargeTables } = await import("@fisc/core/rules/large-tables");
  return keepLargeTables;
}
