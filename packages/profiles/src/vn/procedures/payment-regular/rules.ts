import type { Rule } from "@fisc/core";
import { amountRules } from "./rules-amount.ts";
import { codeRules } from "./rules-codes.ts";
import { contractRules } from "./rules-contract.ts";
import { beneficiaryRules } from "./rules-beneficiary.ts";

/** Ids: number in the field's rule catalogue (V01 …), then which part of it. */
export const rules: readonly Rule<string>[] = [...amountRules, ...codeRules, ...contractRules, ...beneficiaryRules];
