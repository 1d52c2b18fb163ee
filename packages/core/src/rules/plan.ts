import { FiscError } from "../model/errors.ts";
import type { ExpressionNode } from "../model/expression.ts";
import type { Computed, Field, PublishedProcedure, Section, ValueField } from "../model/procedure.ts";
import { columnOf } from "./paths.ts";
import { readsOf, touches } from "./reads.ts";

/** One place of a field in the layout. A path may have several; it is visible where one of them is. */
export interface Placement {
  readonly section: Section<ExpressionNode>;
  readonly field: Field<ExpressionNode>;
}

/** A procedure's parts by pattern, worked out once for a definition. */
export interface Plan {
  readonly placements: ReadonlyMap<string, readonly Placement[]>;
  readonly sections: ReadonlyMap<string, Section<ExpressionNode>>;
  readonly pages: ReadonlyMap<string, readonly string[]>;
  /** Sources before what reads them. */
  readonly computed: readonly Computed<ExpressionNode>[];
}

const plans = new WeakMap<PublishedProcedure, Plan>();

/** @throws FiscError `procedure.cycle` where computed values feed each other */
export function planOf(procedure: PublishedProcedure): Plan {
  const known = plans.get(procedure);
  if (known) return known;
  const placements = new Map<string, Placement[]>();
  const place = (pattern: string, placement: Placement): void => {
    const others = placements.get(pattern);
    if (others) others.push(placement);
    else placements.set(pattern, [placement]);
  };
  const sections = new Map<string, Section<ExpressionNode>>();
  for (const section of procedure.layout.flatMap((page) => page.sections)) {
    sections.set(section.id, section);
    for (const field of section.fields) {
      place(field.path, { section, field });
      if (field.type !== "lines") continue;
      for (const column of field.columns) place(`${field.path}[].${column.path}`, { section, field: column });
    }
  }
  const pages = new Map(procedure.layout.map((page) => [page.id, page.sections.map((section) => section.id)]));
  const plan = { placements, sections, pages, computed: computedInOrder(procedure.computed) };
  plans.set(procedure, plan);
  return plan;
}

/** `dong[].soTien` as reads name it: `data.dong.[].soTien`. */
export function asRead(pattern: string): string {
  return `data.${pattern.replaceAll("[]", ".[]")}`;
}

/** What a computed value, or a rule, reads, with `row.x` of a table spelled `data.<table>.[].x`. */
export function readsIn(table: string | undefined, ...nodes: readonly (ExpressionNode | undefined)[]): readonly string[] {
  return [...readsOf(...nodes)].map((read) =>
    table !== undefined && /^row(\.|$)/.test(read) ? `${asRead(table)}.[]${read.slice(3)}` : read,
  );
}

/** @throws FiscError `procedure.cycle` (params `path`) */
export function computedInOrder(computed: readonly Computed<ExpressionNode>[]): readonly Computed<ExpressionNode>[] {
  const ordered: Computed<ExpressionNode>[] = [];
  const open = new Set<Computed<ExpressionNode>>();
  const visit = (one: Computed<ExpressionNode>): void => {
    if (ordered.includes(one)) return;
    if (open.has(one)) throw new FiscError("procedure.cycle", { path: one.path });
    open.add(one);
    const reads = readsIn(columnOf(one.path)?.table, one.value, one.when);
    for (const other of computed) {
      if (other !== one && reads.some((read) => touches(read, asRead(other.path)))) visit(other);
      else if (other === one && reads.includes(asRead(one.path))) throw new FiscError("procedure.cycle", { path: one.path });
    }
    open.delete(one);
    ordered.push(one);
  };
  computed.forEach(visit);
  return ordered;
}

/** Every value field with the pattern it has in the data, once for each placement. */
export function valuePlacements(
  plan: Plan,
): readonly { readonly pattern: string; readonly placement: Placement & { readonly field: ValueField<ExpressionNode> } }[] {
  return [...plan.placements].flatMap(([pattern, placements]) =>
    placements.flatMap((placement) =>
      placement.field.type === "lines" ? [] : [{ pattern, placement: { ...placement, field: placement.field } }],
    ),
  );
}
