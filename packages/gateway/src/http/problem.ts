import { STATUS_CODES } from "node:http";
import { FiscError } from "@fisc/core";
import type { Violation } from "@fisc/core";
import type { FastifyError, FastifyInstance, FastifyReply } from "fastify";

/** Refused with the whole list of what is wrong. */
export class ValidationError extends FiscError<"validation"> {
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    super("validation", { count: violations.length });
    this.violations = violations;
  }
}

/** Other rules came into force before the dossier was sent (params `from`, `to`: regimes), with what they find wrong with it. */
export class RegimeError extends FiscError<"regime.changed"> {
  readonly violations: readonly Violation[];

  constructor(from: string, to: string, violations: readonly Violation[]) {
    super("regime.changed", { from, to });
    this.violations = violations;
  }
}

/** Codes by their HTTP status; by longest prefix (`signature` covers `signature.order`). What is not here is the gateway's own fault: 500. */
const statusByCode: Readonly<Record<string, number>> = {
  "request.invalid": 400,
  "request.origin": 403,
  "session.none": 401,
  "session.not-registered": 403,
  "session.sign-in-failed": 400,
  "session.provider-unreachable": 503,
  forbidden: 403,
  "not-found": 404,
  "conflict.revision": 412,
  "idempotency.missing": 400,
  "idempotency.mismatch": 422,
  validation: 422,
  input: 422,
  "upload.unknown": 422,
  upload: 422,
  workflow: 409,
  "workflow.reason-required": 422,
  "workflow.reason-length": 422,
  "workflow.fixes-required": 422,
  "workflow.choice-required": 422,
  signature: 422,
  "regime.changed": 409,
  "rate-limited": 429,
  "server.busy": 503,
  "server.overloaded": 503,
};

export function statusOf(code: string): number {
  for (let key = code; key !== ""; key = key.slice(0, Math.max(0, key.lastIndexOf(".")))) {
    const status = statusByCode[key];
    if (status !== undefined) return status;
  }
  return 500;
}

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly violations?: readonly Violation[];
}

export function problem(error: FiscError, status = statusOf(error.code)): ProblemBody {
  return {
    type: `urn:fisc:problem:${error.code}`,
    title: STATUS_CODES[status] ?? "",
    status,
    code: error.code,
    params: error.params,
    ...(error instanceof ValidationError || error instanceof RegimeError ? { violations: error.violations } : {}),
  };
}

/** What Fastify itself refuses, in our codes. */
const frameworkCodes: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "input.too-large",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "request.media-type",
  FST_ERR_CTP_EMPTY_JSON_BODY: "request.invalid",
  FST_ERR_CTP_INVALID_JSON_BODY: "request.invalid",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "request.invalid",
};

function asFiscError(error: FastifyError | FiscError): { readonly error: FiscError; readonly status?: number } {
  if (error instanceof FiscError) return { error };
  if (error.validation !== undefined) {
    const first = error.validation[0];
    const where = `${error.validationContext ?? "body"}${first?.instancePath ?? ""}`;
    return { error: new FiscError("request.invalid", { at: where.slice(0, 200), keyword: first?.keyword ?? "" }), status: 400 };
  }
  const status = error.statusCode ?? 500;
  if (status === 429) return { error: new FiscError("rate-limited"), status };
  const code = frameworkCodes[error.code] ?? (status < 500 ? "request.invalid" : "server");
  return { error: new FiscError(code, {}, { cause: error }), status };
}

export function sendProblem(reply: FastifyReply, error: FiscError, status?: number): FastifyReply {
  const body = problem(error, status);
  return reply.code(body.status).header("cache-control", "no-store").type("application/problem+json").send(JSON.stringify(body));
}

/** First thing on a server: every answer that is no success is problem+json. */
export function registerProblems(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError | FiscError>((error, request, reply) => {
    const known = asFiscError(error);
    const status = known.status ?? statusOf(known.error.code);
    if (status >= 500) request.log.error({ code: known.error.code, err: error }, "request failed");
    return sendProblem(reply, known.error, status);
  });
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new FiscError("not-found")));
}
