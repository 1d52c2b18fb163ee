// A small house with the real start scripts and its own package.json, on a machine whose programs are ours: nothing of it is fetched or installed.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const scripts = fileURLToPath(new URL("..", import.meta.url));

/** Files of the operating system that the start looks for by their paths. */
export const systemFiles = [
  "/usr/bin/chromium",
  "/usr/bin/firefox-esr",
  "/usr/bin/WebKitWebDriver",
  "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
];
const systemPrograms = ["softhsm2-util", "pkcs11-tool", "openssl", "Xvfb", "certtool"];

/** What `pnpm install` leaves that the start looks for; the environment it had is kept in `installed-with`. */
const installing = `/usr/bin/env > installed-with; /bin/mkdir -p node_modules demo/node_modules; : > node_modules/.modules.yaml`;
const building = (result) =>
  `import { appendFileSync, mkdirSync, writeFileSync } from "node:fs"; import { dirname } from "node:path";
mkdirSync(dirname("${result}"), { recursive: true }); writeFileSync("${result}", "built"); appendFileSync("calls.log", "build ${result}\\n");`;

export function makeHouse() {
  // With a space in its path, as under "My documents".
  const root = join(realpathSync(mkdtempSync(join(tmpdir(), "fisc start "))), "house");
  const bin = join(root, "bin");
  const write = (path, content) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  /** A program of this machine: a shell script, or none. Each call of it is noted. */
  const program = (name, lines) => {
    rmSync(join(bin, name), { force: true });
    if (lines === undefined) return;
    write(`bin/${name}`, `#!/bin/sh\necho "${name} $*" >> '${root}/calls.log'\n${lines}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  cpSync(scripts, join(root, "scripts"), { recursive: true, filter: (path) => !path.endsWith(".test.mjs") });
  write("package.json", JSON.stringify({ scripts: { "inner:demo": "node inner.mjs", "inner:test": "node inner.mjs" } }));
  write("inner.mjs", `console.log("inner " + JSON.stringify(process.argv.slice(2)));`);
  write("packages/core/src/index.ts", "export {};");
  write("packages/extension/scripts/build.mjs", building("packages/extension/dist/chromium/manifest.json"));
  write("demo/portals/build.mjs", building("demo/dist/portals/vn/index.html"));
  mkdirSync(bin, { recursive: true });
  symlinkSync(process.execPath, join(bin, "node"));
  for (const name of systemPrograms) program(name, "exit 0");
  const pnpm = (version) => program("pnpm", `case "$1" in --version) echo ${version} ;; install) ${installing} ;; esac`);
  pnpm("12.21.0");
  program("npx", `echo "${bin}/node"; echo "${bin}/pnpm"`);
  program("sh", `exec /bin/sh "$@"`);
  write("calls.log", "");

  return {
    root,
    write,
    program,
    /** pnpm of this version, which installs. */
    pnpm,
    read: (path) => readFileSync(join(root, path), "utf8"),
    /** What was called since the last look, one line a call. */
    calls() {
      const lines = readFileSync(join(root, "calls.log"), "utf8").split("\n").filter(Boolean);
      writeFileSync(join(root, "calls.log"), "");
      return lines;
    },
    /** Starts the start script; `machine` departs from one where everything is there, `through` is a script that starts it in its stead. */
    spawn(words, { machine = {}, environment = {}, through } = {}) {
      const start = ["--require", join(root, "scripts/testing/other-machine.cjs"), "scripts/start.mjs", ...words];
      return spawn(process.execPath, through ? [through, ...start] : start, {
        cwd: root,
        env: {
          PATH: bin,
          HOME: root,
          FISC_OTHER_MACHINE: JSON.stringify({ there: systemFiles, node: "24.0.0", ...machine }),
          ...environment,
        },
        stdio: ["ignore", "pipe", "pipe"],
      });
    },
    /** Runs it to its end. */
    start(words, options) {
      const child = this.spawn(words, options);
      const result = { code: 0, out: "", error: "" };
      child.stdout.on("data", (chunk) => void (result.out += chunk));
      child.stderr.on("data", (chunk) => void (result.error += chunk));
      return new Promise((done) => child.on("close", (code) => done({ ...result, code })));
    },
    remove: () => rmSync(dirname(root), { recursive: true, force: true }),
  };
}

/** The one thing a person reads when the start ends early: no stack, and nothing that has to be searched for. */
export function oneLine({ error }) {
  const lines = error.split("\n").filter(Boolean);
  assert.equal(lines.length, 1, error);
  return lines[0];
}
