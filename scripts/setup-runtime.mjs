// Node 24 and pnpm: the machine's own where they are new enough, else through npx, which keeps them in npm's cache.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname } from "node:path";
import { cachePath, quietly, step, Stop } from "./setup-process.mjs";

const wanted = { node: 24, pnpm: 12 };

/** Puts both first on the PATH of `environment`. */
export async function needRuntime(environment) {
  if (Number(process.versions.node.split(".")[0]) >= wanted.node && (await pnpmIsNewEnough(environment))) return;
  const known = cachePath("runtime.json");
  const folder = knownFolder(known) ?? (await step("Fetching Node 24 and pnpm", () => fetchFolder(environment)));
  writeFileSync(known, JSON.stringify({ folder }));
  environment.PATH = folder + delimiter + (environment.PATH ?? "");
}

async function pnpmIsNewEnough(environment) {
  const version = await quietly("pnpm", "pnpm", ["--version"], environment, { allowFailure: true });
  return version !== undefined && Number(version.trim().split(".")[0]) === wanted.pnpm;
}

function knownFolder(file) {
  if (!existsSync(file)) return undefined;
  try {
    const { folder } = JSON.parse(readFileSync(file, "utf8"));
    return existsSync(`${folder}/node`) && existsSync(`${folder}/pnpm`) ? folder : undefined;
  } catch {
    return undefined;
  }
}

async function fetchFolder(environment) {
  const output = await quietly(
    "Fetching Node 24 and pnpm",
    "npx",
    ["--yes", "-p", "node@24", "-p", "pnpm@12.21.0", "-c", "command -v node; command -v pnpm"],
    environment,
  );
  const lines = output
    .trim()
    .split("\n")
    .map((line) => line.trim());
  const pnpm = lines.findLast((line) => line.endsWith("/pnpm"));
  const node = lines.findLast((line) => line.endsWith("/node"));
  if (!pnpm || !node || dirname(pnpm) !== dirname(node))
    throw new Stop("npx did not bring Node 24 and pnpm; is npm working here? Try: npx --yes -p node@24 node --version");
  return dirname(pnpm);
}
