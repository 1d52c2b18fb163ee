import type { Labels } from "@fisc/core";
import { kkInLatin } from "@fisc/core/text/kk-latin";
import { en } from "./en/index.ts";
import { kk } from "./kk/index.ts";
import { ru } from "./ru/index.ts";

const kkLatn: Labels = Object.fromEntries(Object.entries(kk).map(([key, text]) => [key, kkInLatin(text)]));

export const labels: Readonly<Record<string, Labels>> = { kk, "kk-Latn": kkLatn, ru, en };
