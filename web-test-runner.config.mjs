import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { esbuildPlugin } from "@web/dev-server-esbuild";
import { chromeLauncher } from "@web/test-runner-chrome";
import { puppeteerLauncher } from "@web/test-runner-puppeteer";
import { seleniumLauncher } from "@web/test-runner-selenium";
import { Builder, Capabilities } from "selenium-webdriver";

/**
 * Element tests in Chromium, Firefox and WebKitGTK in one run. `FISC_BROWSERS=chromium,firefox` picks some of them.
 * WebKit needs a running `WebKitWebDriver --port=4456` with a display: `scripts/test.mjs` starts both.
 */
const wanted = (process.env.FISC_BROWSERS ?? "chromium,firefox,webkit").split(",");

const launchers = {
  chromium: () =>
    chromeLauncher({
      concurrency: 1, // of two pages one is in the background, where nothing is painted and no scroll is told
      launchOptions: {
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        args: [
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
        ],
      },
    }),
  firefox: () =>
    puppeteerLauncher({
      concurrency: 1,
      launchOptions: { browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", headless: true },
    }),
  webkit: () =>
    seleniumLauncher({
      concurrency: 1,
      driverBuilder: new Builder()
        .usingServer("http://127.0.0.1:4456")
        .withCapabilities(
          new Capabilities()
            .set("browserName", "MiniBrowser")
            .set("webkitgtk:browserOptions", { binary: "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", args: ["--automation"] }),
        ),
    }),
};

/** The upload library leans on CommonJS packages, which a page cannot import: here it comes as its own browser bundle, made a module. */
const uploadLibrary = {
  name: "tus-js-client-as-module",
  resolveImport: ({ source }) => (source === "tus-js-client" ? "/__modules/tus-js-client.js" : undefined),
  serve: ({ path }) => {
    if (path !== "/__modules/tus-js-client.js") return undefined;
    const bundle = readFileSync(new URL("./packages/components/node_modules/tus-js-client/dist/tus.js", import.meta.url), "utf8");
    return {
      type: "js",
      body: `const module = { exports: {} }; const exports = module.exports;\n${bundle}\nexport const { Upload, DetailedError } = module.exports;`,
    };
  },
};

/** What Node makes of every form: the browsers compare theirs with it. Worked out once for a run. */
let outcomes;
const outcomesInNode = {
  name: "outcomes-in-node",
  async serve({ path }) {
    if (path !== "/__outcomes-in-node") return undefined;
    const script = new URL("./packages/profiles/scripts/outcomes.ts", import.meta.url).pathname;
    outcomes ??= promisify(execFile)(process.execPath, ["--conditions=source", script], { maxBuffer: 64 * 1024 * 1024 });
    return { type: "txt", body: (await outcomes).stdout };
  },
};

/** Reports of a signature check for every deliberate fault, as the validator gives them. Made once for a run. */
let reports;
const signatureReports = {
  name: "signature-reports",
  async serve({ path }) {
    if (path !== "/__signature-reports") return undefined;
    const script = new URL("./packages/signature/scripts/reports-of-faults.ts", import.meta.url).pathname;
    reports ??= promisify(execFile)(process.execPath, ["--conditions=source", script], { maxBuffer: 64 * 1024 * 1024 });
    return { type: "json", body: (await reports).stdout };
  },
};

/** Keys and compositions from outside the page, as a keyboard and an input method give them (Chromium's protocol). */
const inputSteps = {
  name: "input-steps",
  async executeCommand({ command, payload, session }) {
    if (command !== "input-steps") return undefined;
    const page = session.browser.getPage(session.id);
    await page.bringToFront();
    const client = await page.createCDPSession();
    const key = { key: "Backspace", code: "Backspace", windowsVirtualKeyCode: 8 };
    // One session keeps their order: none waits for the answer to the one before.
    const sent = [client.send("Emulation.setFocusEmulationEnabled", { enabled: true })];
    for (const [step, value] of payload) {
      if (step === "insert" || step === "commit") sent.push(client.send("Input.insertText", { text: value }));
      else if (step === "back")
        for (let i = 0; i < value; i++)
          for (const type of ["keyDown", "keyUp"]) sent.push(client.send("Input.dispatchKeyEvent", { type, ...key }));
      else {
        const text = step === "cancel" ? "" : value;
        sent.push(client.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length }));
      }
    }
    await Promise.all(sent);
    await client.detach();
    return true;
  },
};

export default {
  files: ["packages/components/src/**/*.test.ts", "packages/extension/test/*.test.ts", "packages/profiles/test/*.wtr.ts"],
  rootDir: import.meta.dirname,
  nodeResolve: { exportConditions: ["source", "browser", "import", "default"] },
  plugins: [
    uploadLibrary,
    outcomesInNode,
    signatureReports,
    inputSteps,
    esbuildPlugin({
      ts: true,
      json: true,
      target: "es2022",
      tsconfig: new URL("./packages/components/tsconfig.json", import.meta.url).pathname,
    }),
  ],
  browsers: wanted.map((name) => launchers[name]()),
  testFramework: { config: { timeout: 20_000 } },
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
};
