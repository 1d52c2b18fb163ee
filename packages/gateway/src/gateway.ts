import { join } from "node:path";
import { FiscError } from "@fisc/core";
import { folderStore } from "./attachments/folder-store.ts";
import { createUploadLocker } from "./attachments/upload-locker.ts";
import { uploadRoutes } from "./attachments/upload-routes.ts";
import { createUploads } from "./attachments/uploads.ts";
import { defaultLimits, systemClock } from "./configuration.ts";
import type { GatewayConfig } from "./configuration.ts";
import { connect } from "./database/connection.ts";
import { migrate } from "./database/migrate.ts";
import { startEventHub } from "./events/hub.ts";
import { describedRoutes } from "./http/contract.ts";
import { createHttpServer } from "./http/server.ts";
import { startJobs } from "./jobs/runner.ts";
import { httpLedger } from "./ledger/http-ledger.ts";
import { createMailer } from "./mail/send.ts";
import { createPublications } from "./procedures/publications.ts";
import { createPeople } from "./registry/people.ts";
import { createSignIn } from "./session/open-id.ts";
import { createSessions } from "./session/sessions.ts";
import type { Treasury } from "./treasury.ts";

export interface Gateway {
  /** Where it listens. */
  readonly url: string;
  /** All that it serves: `GET /dossiers/:id`, …; without HEAD of what can be got, and preflights. */
  readonly routes: readonly string[];
  /** Answers what is under way, ends streams and jobs, closes the database. */
  close(): Promise<void>;
}

/**
 * Starts one gateway process: any number may share a database and a store.
 * @throws FiscError `gateway.port-in-use` (params `port`), `gateway.database-unreachable`
 */
export async function startGateway(config: GatewayConfig): Promise<Gateway> {
  const closing = new AbortController();
  const ending: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    closing.abort();
    for (const end of ending.splice(0).toReversed()) await end();
  };
  try {
    const connection = connect(config.databaseUrl);
    ending.push(() => connection.close());
    await migrate(connection).catch(databaseError);
    const clock = config.clock ?? systemClock;
    const limits = { ...defaultLimits, ...config.limits };
    const host = config.host ?? "127.0.0.1";
    const port = config.port === 0 && config.publicUrl === undefined ? await freePort(host) : config.port;
    const publicUrl = (config.publicUrl ?? `http://${host}:${port}`).replace(/\/+$/u, "");
    const folder =
      typeof config.store === "string"
        ? { attachments: folderStore(join(config.store, "attachments")), uploads: join(config.store, "uploads") }
        : config.store;
    const { database } = connection;
    const people = createPeople(database, config.profile, clock);
    const events = await startEventHub(database, config.databaseUrl);
    ending.push(() => events.close());
    const { revocationLists = [] } = config;
    const portal = config.portalOrigins[0] ?? publicUrl;
    const treasury: Treasury = {
      profile: config.profile,
      clock,
      limits,
      publicUrl,
      portalOrigins: new Set(config.portalOrigins),
      connection,
      publications: createPublications(config.profile),
      people,
      sessions: createSessions(database, people, clock, limits),
      sessionCookie: publicUrl.startsWith("https:") ? "__Host-fisc_session" : "fisc_session",
      signIn: config.openId === undefined ? null : createSignIn(config.openId, `${publicUrl}/session/callback`, database, clock),
      events,
      attachments: folder.attachments,
      uploads: createUploads(folder.uploads, folder.attachments, { database, clock, limits }),
      trust: {
        anchors: config.trustAnchors,
        revocationLists: typeof revocationLists === "function" ? revocationLists : () => Promise.resolve(revocationLists),
        revocation: config.revocation ?? "required",
      },
      sendsMail: config.mail !== undefined,
      dossierUrl: config.dossierUrl ?? `${portal}/dossier.html?id={id}`,
      closing: closing.signal,
      afterCommit: config.afterCommit ?? (() => undefined),
    };
    const app = await createHttpServer(treasury, config.log ?? true, config.trustedProxies);
    ending.push(() => app.close());
    const routes: string[] = [];
    app.addHook("onRoute", ({ method, url }) => {
      for (const one of [method].flat())
        if (one !== "OPTIONS" && !(one === "HEAD" && routes.includes(`GET ${url}`))) routes.push(`${one} ${url}`);
    });
    const locker = createUploadLocker(config.databaseUrl);
    ending.push(() => locker.close());
    describedRoutes(app, treasury);
    uploadRoutes(app, treasury, locker);
    if (config.jobs ?? true) {
      const mailer = config.mail === undefined ? null : createMailer(config.mail.smtpUrl, config.mail.from);
      ending.push(() => Promise.resolve(mailer?.close()));
      const doers = { mailer, ledger: config.ledgerUrl === undefined ? null : httpLedger(config.ledgerUrl) };
      const jobs = await startJobs(treasury, config.databaseUrl, doers, (level, message) =>
        app.log[level === "warning" ? "warn" : level]({ room: "jobs" }, message),
      );
      ending.push(() => jobs.stop());
    }
    await app.listen({ host, port }).catch((error: unknown) => portError(error, port));
    return { url: publicUrl, routes, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function portError(error: unknown, port: number): never {
  if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") throw new FiscError("gateway.port-in-use", { port }, { cause: error });
  throw error;
}

const unreachable = new Set(["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "EAI_AGAIN", "3D000", "28P01", "28000", "57P03"]);

function databaseError(error: unknown): never {
  const reason = error instanceof FiscError && error.code === "server.overloaded" ? error.cause : error;
  const code = (reason as NodeJS.ErrnoException).code ?? "";
  if (unreachable.has(code)) throw new FiscError("gateway.database-unreachable", { reason: code }, { cause: error });
  throw error;
}

async function freePort(host: string): Promise<number> {
  const { createServer } = await import("node:net");
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, host, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new FiscError("gateway.port-in-use", { port: 0 });
  return address.port;
}
