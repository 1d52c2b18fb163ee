import type { Labels } from "@fisc/core";
import { documents } from "./documents.ts";
import { fields } from "./fields.ts";
import { registerFields } from "./register.ts";
import { rules } from "./rules.ts";
import { workflow } from "./workflow.ts";

export const en: Labels = { ...fields, ...registerFields, ...rules, ...workflow, ...documents };
