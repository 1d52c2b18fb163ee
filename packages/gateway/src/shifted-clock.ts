import { FiscError } from "@fisc/core";
import type { Clock } from "./configuration.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const thisMachine = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/u;

/**
 * A clock that runs beside the real one, for tests and demos: `FISC_CLOCK_OFFSET` is how many whole seconds it is ahead (or, negative, behind).
 * Deadlines, sessions and signatures then count by it, so it is refused wherever a treasury could be served.
 * @throws FiscError `configuration.test-only`, `configuration.invalid` (params `name`)
 */
export function shiftedClock(environment: Environment): { readonly clock?: Clock } {
  const name = "FISC_CLOCK_OFFSET";
  const text = environment[name]?.trim() ?? "";
  if (text === "") return {};
  const address = environment["FISC_PUBLIC_URL"]?.trim() ?? "";
  const isServed = address !== "" && !thisMachine.test(URL.parse(address)?.hostname ?? "");
  if (environment["NODE_ENV"] === "production" || isServed) throw new FiscError("configuration.test-only", { name });
  const offset = /^-?\d{1,10}$/u.test(text) ? Number(text) * 1_000 : Number.NaN;
  if (Number.isNaN(offset)) throw new FiscError("configuration.invalid", { name });
  return { clock: { now: () => new Date(Date.now() + offset) } };
}
