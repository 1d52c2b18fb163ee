import type { PublishedProcedure } from "@fisc/core";
import { label } from "../foundation/format.ts";

/** A place in the form that a fix may name: a field, a whole line table, or a column of one. */
export interface FixPlace {
  readonly path: string;
  readonly name: string;
  /** Path of the line table, for a column. */
  readonly table?: string;
}

/** Every place of the form in reading order, grouped by section. */
export function fixPlaces(procedure: PublishedProcedure): readonly { readonly section: string; readonly places: readonly FixPlace[] }[] {
  const { labels, locale } = procedure;
  const name = (path: string) => label(labels, `field.${path}`, locale);
  return procedure.layout.flatMap((page) =>
    page.sections.map((section) => ({
      section: label(labels, `section.${section.id}`, locale),
      places: section.fields.flatMap((field): FixPlace[] => {
        if (field.type !== "lines") return [{ path: field.path, name: name(field.path) }];
        return [
          { path: field.path, name: name(field.path) },
          ...field.columns.map((column) => {
            const path = `${field.path}[].${column.path}`;
            return { path, name: `${name(field.path)}: ${name(path)}`, table: field.path };
          }),
        ];
      }),
    })),
  );
}
