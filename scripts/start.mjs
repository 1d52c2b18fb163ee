#!/usr/bin/env node
// One command from a clone to a running Fisc. Needs git, Node >= 18 and npm; brings the rest. No dependency, for nothing is installed yet.
import { readFileSync } from "node:fs";
import { needPackages } from "./setup-packages.mjs";
import { needRuntime } from "./setup-runtime.mjs";
import { build, install, needSpace } from "./setup-install.mjs";
import { Stop, ownProcess, root } from "./setup-process.mjs";

const help = `Usage: npm run demo|test|bench|conformance [-- options]

  npm run demo                     start the demo: PostgreSQL, gateway, Vietnamese portal, sign-in, mail inbox, TABMIS simulator
  npm run demo -- --browser        … and open Chromium with the extension, its native host and the demo's tokens
  npm run demo -- --walkthrough    … and do the whole job in headless Chromium, then stop
  npm run demo -- --out <dir>      where the walkthrough leaves its screenshots, container and event log
  npm run demo -- --port-base <n>  first of the seven ports to use (8400)
  npm run demo -- --data <dir>     where data is kept (.fisc)
  npm run demo -- --reset          begin with empty data
  npm test                         every test of every package, and the end-to-end tests
  npm run conformance              the long suites against outside test vectors
  npm run bench                    the measurements

CHROMIUM and FIREFOX may name other browsers than /usr/bin/chromium and /usr/bin/firefox-esr.`;

async function main() {
  const [command, ...rest] = process.argv.slice(2);
  if (!command || command === "--help" || command === "-h" || rest.includes("--help") || rest.includes("-h")) {
    console.log(help);
    return 0;
  }
  const inner = JSON.parse(readFileSync(new URL("package.json", root), "utf8")).scripts[`inner:${command}`];
  if (!inner) throw new Stop(`There is no command "${command}". Try: npm run demo, npm test.`);
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 18)
    throw new Stop(`Fisc needs Node 18 or later to start; this is ${process.version}. Install a newer Node, then run the command again.`);

  const environment = { ...process.env, PUPPETEER_SKIP_DOWNLOAD: "true", PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" };
  needSpace();
  await needPackages(command, environment);
  await needRuntime(environment);
  await install(environment);
  await build(environment);
  return ownProcess("sh", ["-c", `exec ${inner} "$@"`, "sh", ...rest], environment);
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Stop ? `\n${error.message}` : `\nThe start failed: ${String(error?.message ?? error).split("\n")[0]}`);
    process.exit(1);
  },
);
