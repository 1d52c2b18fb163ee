import { functions as dates } from "./dates.ts";
import { functions as identifier } from "./identifier.ts";
import { functions as readWords } from "./read-words.ts";
import type { CalledFunctions } from "./registry.ts";
import { functions as text } from "./text.ts";
import { functions as words } from "./words.ts";

/** All at once: for servers and tools, where weight is none. */
export const atHand: CalledFunctions = { ...words, ...readWords, ...identifier, ...text, ...dates };
