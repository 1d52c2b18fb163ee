import type { Labels } from "@fisc/core";
import { en } from "./en/index.ts";
import { kk } from "./kk/index.ts";
import { ru } from "./ru/index.ts";

export const labels: Readonly<Record<string, Labels>> = { kk, ru, en };
