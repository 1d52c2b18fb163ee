import Fastify, { type FastifyInstance } from "fastify";
import pg from "pg";
import { pageHeaders, pageLocale, pageStyle } from "../pages/page.ts";
import { consolePage, type AccountRow, type EntryRow, type OperationRow } from "./console-page.ts";
import { bookOperation, type Answer, type OperationRequest, type Scenario } from "./operations.ts";
import { prepareSchema, type Estimate } from "./schema.ts";

export interface Tabmis {
  /** The next fitting operation meets this. */
  arrange(scenario: Scenario): Promise<void>;
  accounts(): Promise<readonly AccountRow[]>;
  close(): Promise<void>;
}

const scenarios: readonly Scenario[] = ["hang", "typing", "paymentFails", "drop", "late"];

const operationSchema = {
  type: "object",
  required: ["id", "operation", "dossier", "unit", "data"],
  properties: {
    id: { type: "string", minLength: 1, maxLength: 200 },
    operation: { enum: ["post", "pay", "cancel", "release"] },
    dossier: { type: "object", required: ["id", "code"], properties: { id: { type: "string" }, code: { type: "string" } } },
    unit: { type: "object", required: ["code"], properties: { code: { type: "string" } } },
    data: { type: "object" },
    parameters: { type: "object" },
    input: { type: "object" },
  },
} as const;

/**
 * A simulator of TABMIS, the treasury's ledger, and nothing more: it has the two modules that payments on line use (GL, AP) with their
 * statuses, balances that run out, and the failures that the payment process names. Its own schema; no account here is real.
 */
export async function startTabmis(options: {
  readonly databaseUrl: string;
  readonly port: number;
  readonly estimates: readonly Estimate[];
}): Promise<Tabmis> {
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 5 });
  pool.on("error", () => {});
  await prepareSchema(pool, options.estimates);
  const server = Fastify({ bodyLimit: 1024 * 1024, ajv: { customOptions: { removeAdditional: false, coerceTypes: false } } });
  server.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string", bodyLimit: 1024 }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  operationRoutes(server, pool);
  consoleRoutes(server, pool);
  await server.listen({ port: options.port, host: "127.0.0.1" });
  return {
    arrange: (scenario) => arrange(pool, scenario),
    accounts: () => accountRows(pool),
    async close() {
      await server.close();
      await pool.end();
    },
  };
}

function operationRoutes(server: FastifyInstance, pool: pg.Pool): void {
  server.post<{ Body: OperationRequest }>("/operations", { schema: { body: operationSchema } }, async (request, reply) => {
    if (request.headers.origin) return reply.code(403).send({ error: "no browser may call the ledger" });
    const { answer, scenario, first } = await bookOperation(pool, request.body);
    if (first && scenario === "drop") {
      // The work is done and the answer is lost: the same id again must give it, and book nothing.
      reply.hijack();
      request.raw.socket.destroy();
      return reply;
    }
    if (first && scenario === "late") return reply.code(202).send({ id: request.body.id });
    return answer;
  });
  server.get<{ Params: { id: string } }>("/operations/:id", async (request, reply) => {
    const { rows } = await pool.query<{ answer: Answer | null; ready: boolean }>(
      "select answer, ready_at <= now() as ready from tabmis.operations where id = $1",
      [request.params.id],
    );
    const found = rows[0];
    if (!found) return reply.code(404).send({ error: "no such operation" });
    if (!found.answer || !found.ready) return reply.code(202).send({ id: request.params.id });
    return found.answer;
  });
  server.get("/health", () => ({ simulator: true }));
}

function consoleRoutes(server: FastifyInstance, pool: pg.Pool): void {
  server.get("/page.css", (_request, reply) => reply.type("text/css; charset=utf-8").send(pageStyle));
  server.get<{ Querystring: { lang?: string } }>("/", async (request, reply) => {
    const waiting = await pool.query<{ kind: Scenario }>("select kind from tabmis.scenarios where used_at is null order by id");
    const operations = await pool.query<OperationRow>(
      "select id, operation, dossier_code, answer, at from tabmis.operations order by at desc limit 50",
    );
    const entries = await pool.query<EntryRow>(
      "select reference, module, dossier_code, account, amount, approval, state from tabmis.entries order by at desc limit 50",
    );
    const locale = pageLocale(request.query.lang, request.headers["accept-language"]);
    const text = consolePage({
      locale,
      scenarios,
      waiting: waiting.rows.map((row) => row.kind),
      accounts: await accountRows(pool),
      entries: entries.rows,
      operations: operations.rows,
    });
    return reply.headers(pageHeaders()).send(text);
  });
  server.post<{ Body: { kind?: string } | undefined; Querystring: { lang?: string } }>("/scenarios", async (request, reply) => {
    const { origin, host } = request.headers;
    if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host))
      return reply.code(403).send({ error: "another site may not arrange scenarios" });
    const kind = scenarios.find((scenario) => scenario === request.body?.kind);
    if (!kind) return reply.code(400).send({ error: `kind must be one of ${scenarios.join(", ")}` });
    await arrange(pool, kind);
    return reply.redirect(`/?lang=${pageLocale(request.query.lang, request.headers["accept-language"])}`, 303);
  });
}

async function arrange(pool: pg.Pool, scenario: Scenario): Promise<void> {
  await pool.query("insert into tabmis.scenarios (kind) values ($1)", [scenario]);
}

async function accountRows(pool: pg.Pool): Promise<readonly AccountRow[]> {
  const { rows } = await pool.query<AccountRow>(
    "select account, unit, chapter, estimate::float8, reserved::float8, spent::float8 from tabmis.accounts order by account",
  );
  return rows;
}
