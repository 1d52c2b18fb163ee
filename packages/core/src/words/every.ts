import { en } from "./en.ts";
import { kk } from "./kk.ts";
import type { LanguageWords } from "./language.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";
import { vi } from "./vi.ts";

/** Every language at once: for servers and tools, where weight is none. */
export const atHand: readonly LanguageWords[] = [en, kk, ru, uk, vi];
