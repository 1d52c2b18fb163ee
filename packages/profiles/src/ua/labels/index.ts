import type { Labels } from "@fisc/core";
import { en } from "./en/index.ts";
import { uk } from "./uk/index.ts";

export const labels: Readonly<Record<string, Labels>> = { uk, en };
