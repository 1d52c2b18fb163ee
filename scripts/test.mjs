// Every check and every test, in three lanes side by side, each in the order in which a failure is cheapest to
// learn of: a lane waits for browsers and servers much of its time, and two cores should not. Ends with one line a suite and the sum.
// `node scripts/test.mjs [suite …]` runs some of them; `--list` names them.
import { spawn } from "node:child_process";
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const root = resolve(import.meta.dirname, "..");
const bin = (name) => resolve(root, "node_modules/.bin", name);
const nodeTests = (...patterns) => [
  process.execPath,
  [
    "--conditions=source",
    "--test",
    "--test-timeout=300000",
    ...patterns.flatMap((pattern) => globSync(pattern, { cwd: root, exclude: (name) => name === "node_modules" || name === "dist" })),
  ],
];

/** One PostgreSQL for all files instead of one for each, which takes seconds to start. */
const withOneDatabase = ([node, args]) => [node, ["--test-global-setup=packages/gateway/src/testing/one-server.ts", ...args]];

/** `minutes`: when a suite is given up, far above what it takes. `kind: check` counts as one test: it passes or fails as a whole. `lane`: those of one lane run one after the other. `atOnce`: files of the suite that run side by side, each with a stage of its own. */
const suites = [
  {
    name: "types",
    lane: 1,
    kind: "check",
    minutes: 5,
    commands: [
      [bin("tsc"), ["-b"]],
      [bin("tsc"), ["-p", "tsconfig.tests.json"]],
    ],
  },
  { name: "lint", lane: 1, kind: "check", minutes: 2, commands: [[bin("oxlint"), ["--deny-warnings"]]] },
  { name: "format", lane: 1, kind: "check", minutes: 1, commands: [[bin("oxfmt"), ["--check", "."]]] },
  { name: "arrows", lane: 1, kind: "check", minutes: 1, commands: [[process.execPath, ["scripts/check-arrows.mjs"]]] },
  { name: "texts", lane: 3, kind: "check", minutes: 1, commands: [[process.execPath, ["scripts/check-texts.mjs"]]] },
  {
    name: "templates",
    lane: 3,
    kind: "check",
    minutes: 3,
    folders: ["packages/components", "packages/extension"],
    commands: [[bin("lit-analyzer"), ["--strict", "--quiet", "src"]]],
  },
  {
    name: "rules",
    lane: 1,
    kind: "node",
    minutes: 15,
    commands: [
      nodeTests(
        "packages/{core,profiles,signature,carrier-host,extension}/src/**/*.test.ts",
        "demo/src/**/*.test.ts",
        "scripts/**/*.test.mjs",
        "packages/components/scripts/**/*.test.mjs",
      ),
    ],
  },
  { name: "gateway", lane: 3, kind: "node", minutes: 20, commands: [withOneDatabase(nodeTests("packages/gateway/src/**/*.test.ts"))] },
  { name: "elements", lane: 1, kind: "elements", minutes: 15, commands: [[bin("wtr"), []]] },
  {
    name: "end to end",
    lane: 2,
    kind: "node",
    minutes: 30,
    atOnce: 2,
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
async function run(command, args, { minutes, folder = ".", env = {}, say }) {
  const child = spawn(command, args, {
    cwd: resolve(root, folder),
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    // each test file is a process: what one has compiled, the next one need not
    env: { NODE_COMPILE_CACHE: resolve(root, "node_modules/.cache/compiled"), ...process.env, ...env },
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
      say(text);
    });
  }
  const limit = setTimeout(() => {
    say(`\n${command} took more than ${minutes} minutes and was ended.\n`);
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

const results = new Map();
const folderOfNotes = mkdtempSync(join(tmpdir(), "fisc-tests-"));
process.on("exit", () => rmSync(folderOfNotes, { recursive: true, force: true }));

/** Reporters of `node --test`: one for people, one that notes the files that failed. */
const reporting = (notes) => [
  "--test-reporter=spec",
  "--test-reporter-destination=stdout",
  `--test-reporter=${pathToFileURL(resolve(root, "scripts/testing/failed-files.mjs")).href}`,
  `--test-reporter-destination=${notes}`,
];

/** Test files that failed: as the reporter noted them, or as the runner of element tests headed their faults. */
function failedFiles(kind, notes, output) {
  if (kind === "node") return existsSync(notes) ? readFileSync(notes, "utf8").split("\n").filter(Boolean) : [];
  const parts = output.split(/(packages\/[\w./-]+\.ts):\r?\n/u);
  const files = parts.flatMap((part, index) => (index % 2 === 1 && parts[index + 1]?.includes("❌") ? [part] : []));
  return [...new Set(files)];
}

/** Runs one suite, or some of its files. `say` gets what its programs print, as they print it. */
async function runSuite(suite, say, only = []) {
  const started = Date.now();
  const total = { passed: 0, failed: 0 };
  const failing = [];
  const stop = suite.kind === "elements" ? await startWebKit() : undefined;
  try {
    const folders = suite.folders ?? ["."];
    for (const [folder, [command, args]] of folders.flatMap((each) => suite.commands.map((one) => [each, one]))) {
      const notes = join(folderOfNotes, `${suite.name}-${only.length}`);
      const flags = args.filter((arg) => arg.startsWith("-"));
      const files = only.length > 0 ? only : args.filter((arg) => !arg.startsWith("-"));
      const node = [...flags, ...reporting(notes), ...(suite.atOnce ? [`--test-concurrency=${suite.atOnce}`] : []), ...files];
      const all = suite.kind === "node" ? node : only.length > 0 ? ["--files", ...only] : args;
      const ran = await run(command, all, { minutes: suite.minutes, folder, env: stop ? { DISPLAY: ":97" } : {}, say });
      const counts = count(suite.kind, ran);
      total.passed += counts.passed;
      total.failed += counts.failed;
      if (counts.failed > 0 && suite.kind !== "check") failing.push(...failedFiles(suite.kind, notes, ran.output));
    }
  } finally {
    stop?.();
  }
  return { ...total, failing, seconds: Math.round((Date.now() - started) / 1000) };
}

/** More failing files than these are no accident. */
const fewFiles = 5;

/**
 * Files that failed beside two other lanes are run once more, alone. What fails again has failed; what does not is unsteady, is counted as passed and
 * named at the end, so that somebody mends it.
 */
async function lookAgain(suite) {
  const first = results.get(suite);
  const { failing } = first;
  if (failing.length === 0 || failing.length > fewFiles) return;
  print(`\n── ${suite.name}, once more, alone: ${failing.join(" ")} ──\n`);
  const again = await runSuite(suite, print, failing);
  const unsteady = Math.max(0, first.failed - again.failed);
  results.set(suite, {
    passed: first.passed + unsteady,
    failed: again.failed,
    unsteady: unsteady > 0 ? failing : [],
    seconds: first.seconds + again.seconds,
  });
}

const title = (suite) => `\n── ${suite.name} ──\n`;
const print = (text) => process.stdout.write(text);

/** One lane alone is read as it runs; of lanes side by side each suite is printed whole, when it is done. */
async function runLane(lane, alone) {
  for (const suite of lane) {
    if (alone) {
      print(title(suite));
      results.set(suite, await runSuite(suite, print));
      continue;
    }
    let printed = "";
    console.log(`· ${suite.name} begins`);
    results.set(suite, await runSuite(suite, (text) => (printed += text)));
    print(title(suite) + printed);
  }
}

const chosen = suites.filter((each) => asked.length === 0 || asked.includes(each.name));
const lanes = [1, 2, 3].map((number) => chosen.filter(({ lane }) => lane === number)).filter((lane) => lane.length > 0);
await Promise.all(lanes.map((lane) => runLane(lane, lanes.length === 1)));
for (const suite of chosen) await lookAgain(suite);

console.log("\n── sum ──");
const sums = chosen.map((suite) => ({ name: suite.name, ...results.get(suite) }));
for (const { name, passed, failed, seconds } of sums) console.log(`${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
const passed = sums.reduce((sum, each) => sum + each.passed, 0);
const failed = sums.reduce((sum, each) => sum + each.failed, 0);
const unsteady = sums.flatMap((each) => each.unsteady ?? []);
if (unsteady.length > 0) console.log(`unsteady, passed the second time: ${[...new Set(unsteady)].join(" ")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
