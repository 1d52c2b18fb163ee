import { profile } from "@fisc/profiles/vn";
import { startGateway } from "../index.ts";

/** A whole gateway as a process of its own, to be killed by a test. */
const { DATABASE_URL = "", FISC_STORE = "", FISC_LEDGER_URL = "", NOW = "", PORTAL = "" } = process.env;
await startGateway({
  databaseUrl: DATABASE_URL,
  port: 0,
  portalOrigins: [PORTAL],
  profile,
  store: FISC_STORE,
  trustAnchors: [],
  ledgerUrl: FISC_LEDGER_URL,
  clock: { now: () => new Date(NOW) },
  log: false,
});
