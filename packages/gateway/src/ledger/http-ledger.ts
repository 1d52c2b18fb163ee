import { FiscError } from "@fisc/core";
import type { Ledger, LedgerAnswer } from "./port.ts";

/** Milliseconds. */
const patience = 15_000;

/** `POST {url}/operations` → 200 with the answer, or 202; then `GET {url}/operations/{id}` → 200, or 202 while it is undecided. */
export function httpLedger(url: string, request: typeof fetch = fetch): Ledger {
  const address = url.replace(/\/+$/u, "");
  const answerOf = async (response: Response): Promise<LedgerAnswer | null> => {
    if (response.status === 202) return null;
    if (response.status !== 200) throw new FiscError("ledger.unavailable", { status: response.status });
    return readAnswer(await response.json());
  };
  return {
    ask: async (operation) =>
      answerOf(
        await request(`${address}/operations`, {
          method: "POST",
          headers: { "content-type": "application/json", "idempotency-key": operation.id },
          body: JSON.stringify(operation),
          signal: AbortSignal.timeout(patience),
        }),
      ),
    poll: async (id) =>
      answerOf(await request(`${address}/operations/${encodeURIComponent(id)}`, { signal: AbortSignal.timeout(patience) })),
  };
}

/** @throws FiscError `ledger.unavailable` where the body is no answer */
function readAnswer(body: unknown): LedgerAnswer {
  const { outcome, reference, text } = (typeof body === "object" && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  if (typeof outcome !== "string" || !/^[A-Za-z0-9.]{1,100}$/u.test(outcome)) throw new FiscError("ledger.unavailable", { status: 200 });
  return {
    outcome,
    ...(typeof reference === "string" ? { reference: reference.slice(0, 200) } : {}),
    ...(typeof text === "string" ? { text: text.slice(0, 2_000) } : {}),
  };
}
