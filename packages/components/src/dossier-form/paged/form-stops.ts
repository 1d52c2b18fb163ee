import type { ExpressionNode, PublishedProcedure, Section } from "@fisc/core";
import type { FormEngine } from "@fisc/core/rules";
import { rootOf } from "../form-faults.ts";

/** A page of a form in pages: a section of the definition, or the attachments. */
export interface FormStop {
  /** `section.<id>`, as its label is called, or `attachments`. */
  readonly id: string;
  readonly label: string;
  /** Label of the definition's page that the section stands on; empty where it says no more. */
  readonly group: string;
  /** Fields, tables and places for files on it, also those that are hidden just now. */
  readonly roots: ReadonlySet<string>;
  /** Absent for the attachments. */
  readonly section?: Section<ExpressionNode>;
}

/** The pages that have something to show now, in the order of the definition. `attachments`: what the page of files is called. */
export function stopsOf(procedure: PublishedProcedure, engine: FormEngine, attachments: string): readonly FormStop[] {
  const { labels, layout } = procedure;
  const stops = layout.flatMap((page) =>
    page.sections
      .filter((section) => engine.visible(section.id) && section.fields.some(({ path }) => engine.visible(path)))
      .map((section): FormStop => {
        const label = labels[`section.${section.id}`] ?? section.id;
        const group = layout.length > 1 ? (labels[`page.${page.id}`] ?? "") : "";
        return {
          id: `section.${section.id}`,
          label,
          group: group === label ? "" : group,
          roots: new Set(section.fields.map(({ path }) => path)),
          section,
        };
      }),
  );
  const slots = procedure.attachments.map(({ id }) => `attachments.${id}`);
  return slots.some((at) => engine.visible(at))
    ? [...stops, { id: "attachments", label: attachments, group: "", roots: new Set(slots) }]
    : stops;
}

/** The page on which a path stands; undefined where none shows it. */
export function stopAt(stops: readonly FormStop[], at: string): FormStop | undefined {
  const root = rootOf(at);
  return stops.find(({ roots }) => roots.has(root));
}
