import type { CalledFunctions } from "./registry.ts";

/** A page loads those that its procedure calls (`loadRuleFunctions`). */
export const atHand: CalledFunctions = {};
