import { filled } from "../../../expressions.ts";

/** CEL fragments that several parts of the procedure share. */

export const structured = `data.purposeKind == "structuredTax"`;
export const toSingleAccount = `data.taxAccount == "single"`;
export const prepaid = `data.prepayment == "yes"`;
export const legacyPurpose = `matches("^ *[*] *; *[0-9]{3} *;")`;

const reference = "data.financialCommitment";
const registered = "context.facts.financialCommitments";

/** What the treasury has on record under the register and line that the instruction names: `left` (minor units), `counterparty`, `kpkvk`, `kekv`, `fund`. */
export const commitmentKey = `${reference}.register + "/" + string(${reference}.line)`;
export const commitmentNamed = `${filled(`${reference}.register`, `${reference}.line`)} && ${registered} != null`;
export const commitmentKnown = `${commitmentNamed} && (${commitmentKey}) in ${registered}`;
export const commitmentOnRecord = `${registered}[${commitmentKey}]`;
