import type { Computed } from "@fisc/core";

const provider = (party: string): Computed<string> => ({
  path: `${party}.provider`,
  value: `data.${party}.account.substring(4, 10)`,
  when: `identifier(data.${party}.account, "ibanUa")`,
});

/** The payer as the treasury has it on record; providers stand in the accounts. */
export const computed: readonly Computed<string>[] = [
  { path: "payer.name", value: "context.unit.name" },
  { path: "payer.code", value: "context.unit.code" },
  provider("payer"),
  provider("payee"),
  { path: "amountWords", value: `words(data.amount, "UAH", "uk")`, when: "data.amount != null" },
];
