import type { Migration } from "../model/migration.ts";
import type { Field, LineTableField, Procedure, ValueField } from "../model/procedure.ts";
import type { ExpressionScope } from "./expression-source.ts";

/** Gets each expression with where it stands (JSON path), the names it may read, its table if any, and the type its place needs. */
export type ExpressionVisitor<A, B> = (expression: A, place: ExpressionPlace) => B;

export interface ExpressionPlace {
  readonly at: string;
  readonly scope: ExpressionScope;
  /** Pattern of the line table whose row is in scope. */
  readonly table?: string;
  readonly type?: "bool" | "int" | "string";
  /** In a migration: the version whose data it reads, which the schema of today does not describe. */
  readonly version?: number;
}

/** A procedure with every expression changed: from text to tree, or walked through to be checked. */
export function mapExpressions<A, B>(procedure: Procedure<A>, visit: ExpressionVisitor<A, B>): Procedure<B> {
  const flag = (value: boolean | A, place: ExpressionPlace): boolean | B =>
    typeof value === "boolean" ? value : visit(value as A, { ...place, type: "bool" });
  const inForm = (at: string): ExpressionPlace => ({ at, scope: "form" });
  const beside = (pattern: string, at: string): ExpressionPlace => {
    const end = pattern.indexOf("[]");
    return end < 0 ? inForm(at) : { at, scope: "row", table: pattern.slice(0, end) };
  };
  const valueField = (field: ValueField<A>, place: ExpressionPlace): ValueField<B> => {
    const { visible, required, ...rest } = field;
    return {
      ...rest,
      ...(visible === undefined ? {} : { visible: visit(visible, { ...place, at: `${place.at}.visible`, type: "bool" }) }),
      ...(required === undefined ? {} : { required: flag(required, { ...place, at: `${place.at}.required` }) }),
    };
  };
  const anyField = (field: Field<A>, at: string): Field<B> => (field.type === "lines" ? lines(field, at) : valueField(field, inForm(at)));
  const lines = (field: LineTableField<A>, at: string): LineTableField<B> => ({
    ...field,
    columns: field.columns.map((column, i) => valueField(column, { at: `${at}.columns[${i}]`, scope: "row", table: field.path })),
  });
  const optional = (expression: A | undefined, key: string, place: ExpressionPlace): Record<string, B> =>
    expression === undefined ? {} : { [key]: visit(expression, { ...place, at: `${place.at}.${key}`, type: "bool" }) };
  const record = <V, W>(entries: Readonly<Record<string, V>>, change: (value: V, key: string) => W): Record<string, W> =>
    Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, change(value, key)]));

  const { migrations, ...rest } = procedure;
  const migration = ({ from, steps }: Migration<A>, m: number): Migration<B> => ({
    from,
    steps: steps.map((step, i) =>
      step.do === "derive"
        ? {
            ...step,
            value: visit(step.value, {
              ...beside(step.to, `migrations[${m}].steps[${i}]`),
              at: `migrations[${m}].steps[${i}].value`,
              version: from,
            }),
          }
        : step,
    ),
  });

  return {
    ...rest,
    layout: procedure.layout.map((page, p) => ({
      ...page,
      sections: page.sections.map(({ visible, ...section }, s) => {
        const at = `layout[${p}].sections[${s}]`;
        return {
          ...section,
          ...optional(visible, "visible", inForm(at)),
          fields: section.fields.map((field, f) => anyField(field, `${at}.fields[${f}]`)),
        };
      }),
    })),
    computed: procedure.computed.map(({ when, value, ...rest }, i) => {
      const place = beside(rest.path, `computed[${i}]`);
      return { ...rest, value: visit(value, { ...place, at: `${place.at}.value` }), ...optional(when, "when", place) };
    }),
    rules: procedure.rules.map(({ when, assert, params, ...rest }, i) => {
      const place = beside(rest.at, `rules[${i}]`);
      return {
        ...rest,
        ...optional(when, "when", place),
        assert: visit(assert, { ...place, at: `${place.at}.assert`, type: "bool" }),
        ...(params ? { params: record(params, (value, key) => visit(value, { ...place, at: `${place.at}.params.${key}` })) } : {}),
      };
    }),
    attachments: procedure.attachments.map(({ visible, required, ...slot }, i) => {
      const place = inForm(`attachments[${i}]`);
      return { ...slot, ...optional(visible, "visible", place), required: flag(required, { ...place, at: `${place.at}.required` }) };
    }),
    workflow: {
      ...procedure.workflow,
      transitions: procedure.workflow.transitions.map(({ when, ...transition }, i) => ({
        ...transition,
        ...optional(when, "when", { at: `workflow.transitions[${i}]`, scope: "guard" }),
      })),
    },
    deadlines: record(procedure.deadlines, (deadline, key) => ({
      ...deadline,
      workingDays: visit(deadline.workingDays, { at: `deadlines.${key}.workingDays`, scope: "form", type: "int" }),
    })),
    ...(migrations ? { migrations: migrations.map(migration) } : {}),
    summary: {
      title: visit(procedure.summary.title, inForm("summary.title")),
      amount: visit(procedure.summary.amount, inForm("summary.amount")),
      number: visit(procedure.summary.number, inForm("summary.number")),
    },
  };
}
