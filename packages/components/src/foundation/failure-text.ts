import { FiscError } from "@fisc/core";
import type { Localize } from "./localize.ts";

/** The code of any failure; `unexpected` for what is no `FiscError`. */
export function failureCode(error: unknown): string {
  return error instanceof FiscError ? error.code : "unexpected";
}

/**
 * What happened and what to do, in the host's locale: the text `error.<code>`, or the one of the code's family
 * (`error.signature`), or the general one, which then names the code so that support can find it.
 */
export function failureText(localize: Localize, error: unknown): string {
  const code = failureCode(error);
  const params = error instanceof FiscError ? error.params : {};
  const family = code.split(".")[0] ?? code;
  for (const key of [`error.${code}`, `error.${family}`]) {
    if (localize.has(key)) return localize.text(key, { ...params, code });
  }
  return localize.text("error.unexpected", { code });
}
