import { FiscError } from "../model/errors.ts";
import type { Violation } from "../model/errors.ts";

/** Refused by the rules: every violation, bound to its place. */
export class ApiValidationError extends FiscError<"validation"> {
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    super("validation", { count: violations.length });
    this.violations = violations;
  }
}

/** Other rules came into force before the dossier was sent; `violations` is what they find wrong with it. Params `from`, `to`: regimes. */
export class ApiRegimeError extends FiscError<"regime.changed"> {
  readonly violations: readonly Violation[];

  constructor(params: Readonly<Record<string, string | number>>, violations: readonly Violation[]) {
    super("regime.changed", params);
    this.violations = violations;
  }
}

/** Where an answer has no problem body of ours: something between the gateway and us spoke. */
const codesByStatus: Readonly<Record<number, string>> = {
  401: "session.none",
  403: "forbidden",
  404: "not-found",
  408: "network.timeout",
  412: "conflict.revision",
  413: "input.too-large",
  429: "rate-limited",
  502: "network.offline",
  503: "network.offline",
  504: "network.timeout",
};

/** A problem+json body (RFC 9457) as the error that callers catch. */
export function problemError(status: number, body: unknown): FiscError {
  const { code, params, violations } = (typeof body === "object" && body !== null ? body : {}) as {
    readonly code?: unknown;
    readonly params?: Readonly<Record<string, string | number>>;
    readonly violations?: readonly Violation[];
  };
  if (code === "validation" && Array.isArray(violations)) return new ApiValidationError(violations);
  if (code === "regime.changed") return new ApiRegimeError({ ...params, status }, violations ?? []);
  if (typeof code === "string") return new FiscError(code, { ...params, status });
  return new FiscError(codesByStatus[status] ?? "server", { status });
}
