import { join, resolve } from "node:path";
import { importRegistry, migrate } from "@fisc/gateway";
import { profile as vn } from "@fisc/profiles/vn";
import { registry, registryFacts } from "@fisc/profiles/vn/samples";
import { addressesFrom, needFreePorts, type Addresses } from "./addresses.ts";
import { emptyDataFolder, makeDataFolder, needDataFolder } from "./data-folder.ts";
import { endLeftGateway, startGatewayProcess, type GatewayProcess } from "./gateway-process.ts";
import { startIssuer } from "./issuer/index.ts";
import { startMailCapture, type MailCapture } from "./mail/index.ts";
import type { DemoPerson } from "./people/index.ts";
import { preparePeople, type PreparedPeople } from "./people/prepare.ts";
import { describePerson } from "./people/describe.ts";
import { startPortalServer, type PortalServer } from "./portal-server.ts";
import { removeEmbeddedServer, startEmbeddedServer } from "@fisc/gateway/embedded";
import { forgetProcess, noteProcess, notedProcess } from "./running-process.ts";
import { DemoStop } from "./stop.ts";
import { estimates } from "./tabmis/estimates.ts";
import { startTabmis, type Tabmis } from "./tabmis/index.ts";

export interface DemoOptions {
  /** First of seven ports. */
  readonly portBase: number;
  /** Folder that keeps everything between two starts. */
  readonly data: string;
  /** Forget what an earlier start kept. */
  readonly reset?: boolean;
  /** Tests: the moment at which certificates are made and the gateway's clock starts; from then on it runs. Default: now. */
  readonly at?: Date;
  /** Told as each part is there. */
  onStep?(text: string): void;
}

export interface Demo {
  readonly addresses: Addresses;
  readonly data: string;
  readonly people: readonly DemoPerson[];
  readonly tokens: PreparedPeople["tokens"];
  readonly trustFile: string;
  readonly mail: MailCapture;
  readonly tabmis: Tabmis;
  readonly portal: PortalServer;
  /** Ends the gateway by SIGKILL and starts it again: what was acknowledged must be there. */
  crashGateway(): Promise<void>;
  /** Now, by the gateway's clock. */
  now(): Date;
  /** Starts the gateway again with its clock at another moment; nothing else moves. */
  setClock(at: Date): Promise<void>;
  stop(): Promise<void>;
}

/** Starts every part of the demo, each waiting for those it needs. On failure, what had started is stopped again. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const addresses = addressesFrom(options.portBase);
  const data = resolve(options.data);
  const say = options.onStep ?? (() => {});
  /** Whole seconds by which the gateway's clock is ahead. */
  let ahead = options.at === undefined ? 0 : secondsUntil(options.at);
  const now = (): Date => new Date(Date.now() + ahead * 1_000);
  const pidFile = join(data, "gateway.pid");
  await lock(data, options.reset ?? false);
  const started: (() => Promise<unknown>)[] = [() => forgetProcess(join(data, "demo.pid"))];
  const stop = async (): Promise<void> => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    const postgres = await startEmbeddedServer({
      directory: join(data, "postgres"),
      port: addresses.ports.postgres,
      beforeStart: async () => {
        await endLeftGateway(pidFile);
        await needFreePorts(addresses);
      },
    });
    started.push(() => postgres.stop());
    say("PostgreSQL");

    const prepared = await preparePeople({
      directory: join(data, "people"),
      registry,
      now: now(),
      signs: (id) => vn.roles.some((role) => role.id === id && (role.signs || role.side === "treasury")),
    });
    say("people and tokens");

    const mail = await startMailCapture({ directory: join(data, "mail"), smtpPort: addresses.ports.smtp, port: addresses.ports.inbox });
    started.push(() => mail.close());
    const tabmis = await startTabmis({ databaseUrl: await postgres.database("tabmis"), port: addresses.ports.tabmis, estimates });
    started.push(() => tabmis.close());
    const issuer = await startIssuer({
      address: addresses.issuer,
      port: addresses.ports.issuer,
      gateway: addresses.gateway,
      portal: addresses.portal,
      people: prepared.people,
      describe: describePerson,
    });
    started.push(() => issuer.close());
    say("mail inbox, TABMIS simulator, sign-in");

    const databaseUrl = await postgres.database("gateway");
    await migrate(databaseUrl);
    await importRegistry(databaseUrl, prepared.registry, registryFacts);
    const gatewayOptions = () => ({
      url: addresses.gateway,
      logFile: join(data, "gateway.log"),
      pidFile,
      environment: {
        DATABASE_URL: databaseUrl,
        FISC_HOST: "127.0.0.1",
        FISC_PORT: String(addresses.ports.gateway),
        FISC_PUBLIC_URL: addresses.gateway,
        FISC_PORTAL_ORIGINS: addresses.portal,
        FISC_PROFILE: vn.id,
        FISC_OIDC_ISSUER: addresses.issuer,
        FISC_OIDC_CLIENT_ID: issuer.clientId,
        FISC_OIDC_CLIENT_SECRET: issuer.clientSecret,
        FISC_STORE: join(data, "attachments"),
        FISC_SMTP_URL: mail.smtpUrl,
        FISC_MAIL_FROM: "Kho bạc khu vực (hư cấu) <kho-bac@example.com>",
        FISC_DOSSIER_URL: `${addresses.portal}/dossier.html?id={id}`,
        FISC_LEDGER_URL: addresses.tabmis,
        FISC_TRUST: prepared.trustFile,
        FISC_CRLS: prepared.revocationFile,
        ...(ahead === 0 ? {} : { FISC_CLOCK_OFFSET: String(ahead) }),
      },
    });
    let gateway: GatewayProcess = await startGatewayProcess(gatewayOptions());
    started.push(() => gateway.stop());
    say("gateway");

    const portal = await startPortalServer(addresses, prepared);
    started.push(() => portal.close());
    say("portal");

    return {
      addresses,
      data,
      people: prepared.people,
      tokens: prepared.tokens,
      trustFile: prepared.trustFile,
      mail,
      tabmis,
      portal,
      stop,
      async crashGateway() {
        await gateway.kill();
        gateway = await startGatewayProcess(gatewayOptions());
      },
      now,
      async setClock(at) {
        ahead = secondsUntil(at);
        await gateway.stop();
        gateway = await startGatewayProcess(gatewayOptions());
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function secondsUntil(at: Date): number {
  return Math.round((at.getTime() - Date.now()) / 1_000);
}

/** One demo a folder: two at once would stop each other's database. */
async function lock(data: string, reset: boolean): Promise<void> {
  await needDataFolder(data);
  const file = join(data, "demo.pid");
  const pid = await notedProcess(file);
  if (pid !== undefined) {
    throw new DemoStop(
      `A demo with the data in ${data} runs already (process ${pid}). Stop it, or start another one: npm run demo -- --data <dir> --port-base 8500`,
    );
  }
  if (reset) {
    await endLeftGateway(join(data, "gateway.pid"));
    await removeEmbeddedServer(join(data, "postgres"));
    await emptyDataFolder(data);
  }
  await makeDataFolder(data);
  await noteProcess(file, process.pid);
}
