import type { Labels } from "@fisc/core";
import { documents } from "./documents.ts";
import { fields } from "./fields.ts";
import { rules } from "./rules.ts";
import { workflow } from "./workflow.ts";

export const kk: Labels = { ...fields, ...rules, ...workflow, ...documents };
