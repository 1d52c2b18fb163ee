import { isIdentifier } from "../../identifiers/index.ts";
import type { IdentifierScheme } from "../../model/identifier.ts";
import { fail, isObject } from "../values.ts";
import type { CalledFunctions } from "./registry.ts";

/** The scheme itself stands where the expression names it. */
export const functions: CalledFunctions = {
  identifier: ([text, scheme]) =>
    isObject(scheme) ? typeof text === "string" && isIdentifier(text, scheme as unknown as IdentifierScheme) : fail("type", "identifier"),
};
