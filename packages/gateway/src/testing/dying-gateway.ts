import { profile } from "@fisc/profiles/vn";
import { startGateway } from "../index.ts";

/** A process that is killed by the machine at the worst moment: after a write is committed, before it is answered. */
const { DATABASE_URL = "", FISC_STORE = "", NOW = "", PORTAL = "" } = process.env;
const gateway = await startGateway({
  databaseUrl: DATABASE_URL,
  port: 0,
  portalOrigins: [PORTAL],
  profile,
  store: FISC_STORE,
  trustAnchors: [],
  clock: { now: () => new Date(NOW) },
  log: false,
  afterCommit: () => void process.kill(process.pid, "SIGKILL"),
});
process.stdout.write(`${gateway.url}\n`);
