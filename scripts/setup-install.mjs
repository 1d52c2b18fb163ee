// Libraries and bundles. Both are skipped when nothing they are made of has changed, so that a second start takes seconds.
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { join } from "node:path";
import { cachePath, quietly, rootPath, step } from "./setup-process.mjs";

function manifests() {
  const files = ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json", "demo/package.json", "test/package.json"];
  for (const name of fs.readdirSync(join(rootPath, "packages"))) files.push(`packages/${name}/package.json`);
  return files.filter((file) => fs.existsSync(join(rootPath, file)));
}

function filesBelow(folder) {
  const at = join(rootPath, folder);
  if (!fs.existsSync(at)) return [];
  return fs.readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "node_modules" || entry.name === "dist") return [];
    return entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)];
  });
}

function digest(files) {
  const hash = createHash("sha256").update(process.platform + process.arch);
  for (const file of files.sort()) hash.update(`\n${file}\n`).update(fs.readFileSync(join(rootPath, file)));
  return hash.digest("hex");
}

function isDone(stamp, value, results) {
  return (
    fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === value && results.every((result) => fs.existsSync(join(rootPath, result)))
  );
}

export async function install(environment) {
  const stamp = cachePath("installed");
  const value = digest(manifests());
  if (isDone(stamp, value, ["node_modules/.modules.yaml", "demo/node_modules"])) return;
  fs.rmSync(stamp, { force: true }); // what is broken off here is not done, whatever the stamp said before
  await step("Installing the libraries (a minute or two the first time)", () =>
    quietly("pnpm install", "pnpm", ["install", "--frozen-lockfile", "--reporter=append-only"], { ...environment, CI: "true" }),
  );
  fs.writeFileSync(stamp, value);
}

const bundles = [
  {
    name: "extension",
    sources: ["packages/core/src", "packages/signature/src", "packages/extension", "packages/carrier-host/src"],
    results: ["packages/extension/dist/chromium/manifest.json"],
    script: "packages/extension/scripts/build.mjs",
  },
  {
    name: "portal",
    sources: ["packages/core/src", "packages/components/src", "packages/signature/src", "demo/portals"],
    results: ["demo/dist/portals/vn/index.html"],
    script: "demo/portals/build.mjs",
  },
];

export async function build(environment) {
  for (const bundle of bundles) {
    const stamp = cachePath(`built-${bundle.name}`);
    const sources = bundle.sources.flatMap(filesBelow).filter((file) => !file.endsWith(".test.ts"));
    const value = digest([...sources, ...manifests()]);
    if (isDone(stamp, value, bundle.results)) continue;
    fs.rmSync(stamp, { force: true });
    await step(`Building the ${bundle.name}`, () =>
      quietly(`Building the ${bundle.name}`, "node", ["--conditions=source", bundle.script], environment),
    );
    fs.writeFileSync(stamp, value);
  }
}
