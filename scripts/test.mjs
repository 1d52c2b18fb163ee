// Every check and every test, in the order in which a failure is cheapest to learn of. Ends with one line a suite and the sum.
// `node scripts/test.mjs [suite …]` runs some of them; `--list` names them.
import { spawn } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const root = resolve(import.meta.dirname, "..");
const bin = (name) => resolve(root, "node_modules/.bin", name);
const nodeTests = (...patterns) => [
  process.execPath,
  [
    "--conditions=source",
    "--test",
    "--test-reporter=spec",
    "--test-timeout=300000",
    ...patterns.flatMap((pattern) => globSync(pattern, { cwd: root, exclude: (name) => name === "node_modules" || name === "dist" })),
  ],
];

/** `kind: check` counts as one test: it passes or fails as a whole. */
const suites = [
  {
    name: "types",
    kind: "check",
    minutes: 5,
    commands: [
      [bin("tsc"), ["-b"]],
      [bin("tsc"), ["-p", "tsconfig.tests.json"]],
    ],
  },
  { name: "lint", kind: "check", minutes: 2, commands: [[bin("oxlint"), ["--deny-warnings"]]] },
  { name: "format", kind: "check", minutes: 1, commands: [[bin("oxfmt"), ["--check", "."]]] },
  { name: "arrows", kind: "check", minutes: 1, commands: [[process.execPath, ["scripts/check-arrows.mjs"]]] },
  { name: "texts", kind: "check", minutes: 1, commands: [[process.execPath, ["scripts/check-texts.mjs"]]] },
  {
    name: "templates",
    kind: "check",
    minutes: 3,
    folders: ["packages/components", "packages/extension"],
    commands: [[bin("lit-analyzer"), ["--strict", "--quiet", "src"]]],
  },
  {
    name: "rules",
    kind: "node",
    minutes: 6,
    commands: [
      nodeTests(
        "packages/{core,profiles,signature,carrier-host,extension}/src/**/*.test.ts",
        "demo/src/**/*.test.ts",
        "scripts/**/*.test.mjs",
      ),
    ],
  },
  { name: "gateway", kind: "node", minutes: 8, commands: [nodeTests("packages/gateway/src/**/*.test.ts")] },
  { name: "elements", kind: "elements", minutes: 8, commands: [[bin("wtr"), []]] },
  {
    name: "end to end",
    kind: "node",
    minutes: 15,
    serial: true,
    commands: [nodeTests("packages/*/test/**/*.e2e.ts", "test/src/**/*.e2e.ts")],
  },
];

const asked = process.argv.slice(2);
if (asked.includes("--help")) {
  console.log("usage: npm test [-- suite …]\nsuites: " + suites.map((suite) => suite.name).join(", "));
  process.exit(0);
}
if (asked.includes("--list")) {
  for (const suite of suites) console.log(suite.name);
  process.exit(0);
}
const unknown = asked.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`No suite called ${unknown.join(", ")}. There are: ${suites.map((suite) => suite.name).join(", ")}`);
  process.exit(2);
}

const running = new Set();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    for (const child of running) end(child);
    process.exit(130);
  });
}

function end(child) {
  try {
    process.kill(-child.pid, "SIGTERM");
  } catch {
    // it is gone already
  }
}

/** Runs one command in a process group of its own; ends the group at the time limit. Gives its exit code and what it printed. */
async function run(command, args, { minutes, folder = ".", env = {} }) {
  const child = spawn(command, args, {
    cwd: resolve(root, folder),
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
      process.stdout.write(text);
    });
  }
  const limit = setTimeout(() => {
    console.error(`\n${command} took more than ${minutes} minutes and was ended.`);
    end(child);
  }, minutes * 60_000);
  const code = await new Promise((done) => child.on("close", (exit) => done(exit ?? 1)));
  clearTimeout(limit);
  running.delete(child);
  return { code, output };
}

function count(kind, { code, output }) {
  if (kind === "check") return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (kind === "node") {
    const number = (word) => Number([...output.matchAll(new RegExp(`^ℹ ${word} (\\d+)$`, "gm"))].at(-1)?.[1] ?? 0);
    const counts = { passed: number("pass"), failed: number("fail") + number("cancelled") };
    return finish(counts, code);
  }
  const counts = { passed: 0, failed: 0 };
  const last = new Map();
  for (const [, browser, passed, failed] of output.matchAll(/^\S*?(Chrome|Firefox|MiniBrowser):.*?(\d+) passed, (\d+) failed/gm))
    last.set(browser, [Number(passed), Number(failed)]);
  for (const [passed, failed] of last.values()) {
    counts.passed += passed;
    counts.failed += failed;
  }
  return finish(counts, code);
}

/** A runner that failed without a failed test, or passed without a test, has failed. */
function finish(counts, code) {
  if ((code !== 0 && counts.failed === 0) || counts.passed + counts.failed === 0) return { ...counts, failed: counts.failed + 1 };
  return counts;
}

/** WebKitGTK wants a display and its driver; both are ours for the length of the suite. */
async function startWebKit() {
  if (!existsSync("/usr/bin/WebKitWebDriver")) throw new Error("WebKitWebDriver is missing: install the Debian package webkit2gtk-driver");
  const quiet = { stdio: "ignore", detached: true };
  const display = spawn("Xvfb", [":97", "-screen", "0", "1280x1024x24"], quiet);
  running.add(display);
  await delay(1_000);
  const driver = spawn("WebKitWebDriver", ["--port=4456"], { ...quiet, env: { ...process.env, DISPLAY: ":97" } });
  running.add(driver);
  await delay(1_000);
  return () => {
    for (const child of [driver, display]) {
      end(child);
      running.delete(child);
    }
  };
}

const results = [];
for (const suite of suites.filter((each) => asked.length === 0 || asked.includes(each.name))) {
  console.log(`\n── ${suite.name} ──`);
  const started = Date.now();
  const total = { passed: 0, failed: 0 };
  const stop = suite.kind === "elements" ? await startWebKit() : undefined;
  try {
    const folders = suite.folders ?? ["."];
    for (const [folder, [command, args]] of folders.flatMap((each) => suite.commands.map((one) => [each, one]))) {
      const extra = suite.serial ? ["--test-concurrency=1"] : [];
      const at = args.indexOf("--test");
      const all = at < 0 ? args : [...args.slice(0, at + 1), ...extra, ...args.slice(at + 1)];
      const counts = count(suite.kind, await run(command, all, { minutes: suite.minutes, folder, env: stop ? { DISPLAY: ":97" } : {} }));
      total.passed += counts.passed;
      total.failed += counts.failed;
    }
  } finally {
    stop?.();
  }
  results.push({ name: suite.name, ...total, seconds: Math.round((Date.now() - started) / 1000) });
}

console.log("\n── sum ──");
for (const { name, passed, failed, seconds } of results) console.log(`${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
const passed = results.reduce((sum, each) => sum + each.passed, 0);
const failed = results.reduce((sum, each) => sum + each.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
