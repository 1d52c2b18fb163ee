// A page in JSX: compiled with the tests' types, never run. What stands under `@ts-expect-error` must be refused.
import type { FiscIntrinsicElements } from "@fisc/components/jsx";

declare global {
  // As React, Preact and Solid have it; a project merges it into the `JSX` of its framework.
  namespace JSX {
    interface Element {
      readonly drawn: true;
    }
    interface ElementChildrenAttribute {
      readonly children: unknown;
    }
    interface IntrinsicElements extends FiscIntrinsicElements {}
  }
}

export const page = (
  <fisc-provider api="https://gateway.example" locale="uk" density="compact" color-scheme="dark" dir="ltr">
    <fisc-money-field
      name="amount"
      label="Amount"
      currency="VND"
      decimals={0}
      value={1_250_000}
      required
      onChange={(event) => event.preventDefault()}
      data-testid="amount"
    />
    <fisc-dossier-list href-template="dossier.html?id={id}" awaits-me="" onfisc-dossier-open={(event) => event.dossier.id} />
    <fisc-line-table label="Lines" min-rows="2" max-rows={10_000} onfisc-rows-change={({ rows }) => rows.length} />
  </fisc-provider>
);

// @ts-expect-error money is a number of minor units, not a text
export const wrongValue = <fisc-money-field value="12.50" />;
// @ts-expect-error there is no such density
export const wrongDensity = <fisc-provider density="tiny" />;
// @ts-expect-error the event has a dossier, not a number
export const wrongEvent = <fisc-dossier-list onfisc-dossier-open={(event: number) => event} />;
// @ts-expect-error no element has this name
export const wrongTag = <fisc-nothing-field />;
