// One command from a clone to a running Fisc. Needs git, Node >= 18 and npm; brings the rest. No dependency, for nothing is installed yet.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ownCaches, startEnvironment } from "./setup-environment.mjs";
import { build, install } from "./setup-install.mjs";
import { readOptions } from "./setup-options.mjs";
import { needPackages } from "./setup-packages.mjs";
import { needRuntime } from "./setup-runtime.mjs";
import { needSpace, needWritable } from "./setup-space.mjs";
import { Stop, cachePath, ownProcess, root, rootPath } from "./setup-process.mjs";

async function main([command, ...words]) {
  const { help, options } = readOptions(command, words, process.env);
  if (help !== undefined) {
    console.log(help);
    return 0;
  }
  const inner = JSON.parse(readFileSync(new URL("package.json", root), "utf8")).scripts[`inner:${command}`];
  needWritable(resolve(rootPath));
  needSpace(spaceOf(command, options));
  const environment = startEnvironment(process.env, cachePath("compiled"));
  ownCaches(environment, cachePath("npm"), cachePath("home"));
  await needPackages(command, environment);
  await needRuntime(environment);
  await install(environment);
  await build(environment);
  return ownProcess("sh", ["-c", `exec ${inner} "$@"`, "sh", ...words], environment);
}

/** Gigabytes that a command writes, and where: libraries and bundles in the clone; database, tokens and browser profiles in the demo's data. */
function spaceOf(command, options) {
  const installed = join(rootPath, "node_modules", ".modules.yaml");
  const needs = [{ folder: resolve(rootPath), gigabytes: 2, unless: installed, otherwise: 0.2 }];
  if (command === "demo") needs.push({ folder: resolve(rootPath, options["--data"] ?? ".fisc"), gigabytes: 0.3, option: "--data" });
  return needs;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    const isStop = error instanceof Stop;
    console.error(isStop ? `\n${error.message}` : `\nThe start failed: ${String(error?.message ?? error).split("\n")[0]}`);
    process.exit(isStop ? error.exitCode : 1);
  },
);
