// What Vue's checker does with a template: it takes the properties of the component that stands under the tag. Compiled, never run.
import type { FiscGlobalComponents } from "@fisc/components/vue";

type Props<Tag extends keyof FiscGlobalComponents> = InstanceType<FiscGlobalComponents[Tag]>["$props"];

export const amount: Props<"fisc-money-field"> = {
  label: "Amount",
  currency: "UAH",
  decimals: 2,
  value: 125_000,
  onChange: (event) => event.preventDefault(),
};
export const list: Props<"fisc-dossier-list"> = { "awaits-me": "", onFiscDossierOpen: (event) => event.dossier.id };
// @ts-expect-error a date is `YYYY-MM-DD`, not a Date
export const wrongDate: Props<"fisc-date-field"> = { value: new Date() };
// @ts-expect-error no element has this name
export type WrongTag = Props<"fisc-nothing-field">;
