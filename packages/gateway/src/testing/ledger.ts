import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { json } from "node:stream/consumers";

export interface LedgerOperation {
  readonly id: string;
  readonly operation: string;
  readonly dossier: { readonly id: string; readonly code: string };
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly input: Readonly<Record<string, unknown>>;
}

export interface TestLedger {
  readonly url: string;
  /** First sight of each operation, in order. */
  readonly operations: readonly LedgerOperation[];
  /** How the next operations of this name are answered; by default the good outcome, at once. */
  next(operation: string, ...behaviours: readonly Behaviour[]): void;
  close(): Promise<void>;
}

/** An outcome; `drop` books and breaks the line; `hang` books and never answers; `late` takes in and decides after the first look. */
export type Behaviour = string | { readonly drop: string } | { readonly hang: string } | { readonly late: string };

const goodOutcomes: Readonly<Record<string, string>> = { post: "posted", pay: "paid", cancel: "cancelled", release: "released" };

/** A ledger over HTTP that books each operation once, as the port asks. */
export async function startTestLedger(): Promise<TestLedger> {
  const operations: LedgerOperation[] = [];
  const booked = new Map<string, { readonly outcome: string; looks: number; readonly late: boolean }>();
  const behaviours = new Map<string, Behaviour[]>();
  const answer = (response: ServerResponse, id: string): void => {
    const known = booked.get(id);
    const undecided = known?.late === true && known.looks++ === 0;
    response.writeHead(known === undefined ? 404 : undecided ? 202 : 200, { "content-type": "application/json" });
    response.end(
      known === undefined || undecided
        ? "{}"
        : JSON.stringify({ outcome: known.outcome, reference: `REF-${id.slice(0, 8)}`, text: "booked" }),
    );
  };
  const post = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const operation = (await json(request)) as LedgerOperation;
    if (!booked.has(operation.id)) {
      operations.push(operation);
      const behaviour = behaviours.get(operation.operation)?.shift() ?? goodOutcomes[operation.operation] ?? "failed";
      const outcome =
        typeof behaviour === "string"
          ? behaviour
          : "drop" in behaviour
            ? behaviour.drop
            : "hang" in behaviour
              ? behaviour.hang
              : behaviour.late;
      booked.set(operation.id, { outcome, looks: 0, late: typeof behaviour === "object" && "late" in behaviour });
      if (typeof behaviour === "object" && "drop" in behaviour) {
        request.socket.destroy();
        return;
      }
      if (typeof behaviour === "object" && "hang" in behaviour) return;
    }
    answer(response, operation.id);
  };
  const server = createServer((request, response) => {
    if (request.method === "POST") void post(request, response);
    else answer(response, request.url?.split("/").at(-1) ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    operations,
    next: (operation, ...next) => void behaviours.set(operation, [...(behaviours.get(operation) ?? []), ...next]),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
