import type { Labels } from "@fisc/core";
import { documents } from "./documents.ts";
import { fields } from "./fields.ts";
import { mail } from "./mail.ts";
import { paymentRegular } from "./payment-regular.ts";
import { paymentTaxed } from "./payment-taxed.ts";
import { rules } from "./rules.ts";
import { workflow } from "./workflow.ts";

export const en: Labels = { ...fields, ...rules, ...workflow, ...documents, ...mail, ...paymentRegular, ...paymentTaxed };
