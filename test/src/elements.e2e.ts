import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { chromium, type Page } from "playwright";
import { conformancePage, keptRecord } from "./elements/conformance-record.ts";
import { show, statesOf, withGallery } from "./elements/gallery-page.ts";
import { axeLook, bringAxe } from "./elements/looks.ts";
import { withPages } from "./plain-pages.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const components = join(root, "packages/components");

interface Manifest {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations: readonly { readonly name: string; readonly tagName?: string }[];
  }[];
}

async function recorded(): Promise<readonly { readonly path: string; readonly name: string; readonly tag: string }[]> {
  const { modules } = JSON.parse(await readFile(join(components, "custom-elements.json"), "utf8")) as Manifest;
  return modules.flatMap(({ path, declarations }) =>
    declarations.flatMap(({ name, tagName }) => (tagName === undefined ? [] : [{ path, name, tag: tagName }])),
  );
}

async function withPage<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    return await work(await browser.newPage());
  } finally {
    await browser.close();
  }
}

const registeredOf = (page: Page, tags: readonly string[]): Promise<readonly string[]> =>
  page.evaluate((all) => all.filter((tag) => customElements.get(tag) !== undefined), tags);

describe("every element, one at a time, under the strictest content policy", () => {
  it("given every element of the public record, on a dark page from right to left, then it can be used by everybody (WCAG 2.2 A and AA), and none breaks the policy", async () => {
    const tags = (await recorded()).map(({ tag }) => tag).sort();
    await withGallery(async ({ page, complaints }) => {
      assert.deepEqual(
        Object.keys(await statesOf(page)).sort(),
        tags,
        "each element has its example in demo/portals/elements, and no other",
      );
      await page.emulateMedia({ colorScheme: "dark" });
      await page.evaluate(() => void (document.documentElement.dir = "rtl"));
      await bringAxe(page);
      const faults: string[] = [];
      for (const [tag, [state = ""]] of Object.entries(await statesOf(page))) {
        await show(page, tag, state);
        const seen = await axeLook(page, "axe from right to left");
        assert.ok(seen.looked > 5, `${tag} was looked at`);
        faults.push(...seen.faults.map((fault) => `${tag}: ${fault}`));
      }
      assert.deepEqual(faults, []);
      assert.deepEqual(complaints, []);
    });
  });

  it("given the table of conformance, then it is what the last run saw, and that run found nothing that does not hold", async () => {
    const record = await keptRecord();
    assert.equal(await readFile(join(root, "docs/accessibility-conformance.md"), "utf8"), conformancePage(record));
    const faults = Object.values(record.elements).flatMap(({ looks }) => Object.values(looks).flatMap((look) => look.faults));
    assert.deepEqual(faults, []);
  });
});

describe("the package of elements in a page", () => {
  it("given the classes of all elements, when a page imports them, then no tag is registered", async () => {
    const elements = await recorded();
    const { outputFiles } = await build({
      stdin: {
        contents: `${elements.map(({ path, name }) => `import { ${name} } from "./${path}";`).join("\n")}\nglobalThis.classes = [${elements.map(({ name }) => name).join(", ")}];`,
        resolveDir: components,
      },
      bundle: true,
      format: "esm",
      conditions: ["source"],
      tsconfig: join(components, "tsconfig.json"),
      write: false,
      logLevel: "silent",
    });
    await withPage(async (page) => {
      await page.route("https://portal.invalid/**", (route) =>
        route.request().url().endsWith(".js")
          ? route.fulfill({ contentType: "text/javascript", body: outputFiles[0]?.text ?? "" })
          : route.fulfill({ contentType: "text/html", body: '<!doctype html><script type="module" src="/classes.js"></script>' }),
      );
      await page.goto("https://portal.invalid/");
      await page.waitForFunction(() => "classes" in globalThis);
      assert.equal(
        await page.evaluate(() => (globalThis as unknown as { readonly classes: readonly unknown[] }).classes.length),
        elements.length,
      );
      assert.deepEqual(
        await registeredOf(
          page,
          elements.map(({ tag }) => tag),
        ),
        [],
      );
    });
  });

  it("given the single file, when a page without a builder loads it, then every tag is there, in the page's language, and a file is hashed in its worker", async () => {
    await promisify(execFile)(process.execPath, ["scripts/bundle.mjs"], { cwd: components });
    const tags = (await recorded()).map(({ tag }) => tag);
    await withPages(join(components, "dist/bundle"), {}, (address) =>
      withPage(async (page) => {
        const complaints: string[] = [];
        page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
        page.on("pageerror", (error) => complaints.push(error.message));
        const requests: string[] = [];
        page.on("request", (request) => void requests.push(new URL(request.url()).pathname));
        await page.route(`${address}/page.html`, (route) =>
          route.fulfill({
            contentType: "text/html",
            body: `<!doctype html><html lang="en"><script type="module" src="/fisc.js"></script>
              <fisc-attachment-field label="Contract"></fisc-attachment-field></html>`,
          }),
        );
        await page.goto(`${address}/page.html`);
        await page.waitForFunction(() => customElements.get("fisc-attachment-field") !== undefined);
        assert.deepEqual([...(await registeredOf(page, tags))].sort(), [...tags].sort());
        assert.deepEqual(
          requests.filter((path) => path.endsWith(".js")),
          ["/fisc.js"],
        );
        await page
          .locator("fisc-attachment-field input[type=file]")
          .first()
          .setInputFiles({
            name: "contract.pdf",
            mimeType: "application/pdf",
            buffer: Buffer.from("%PDF-1.7 contract"),
          });
        await page.waitForFunction(() => {
          const field = document.querySelector("fisc-attachment-field") as unknown as {
            readonly value: readonly { readonly sha256: string }[];
          };
          return (field.value[0]?.sha256 ?? "").length === 64;
        });
        assert.ok(requests.includes("/hash-worker.js"));
        assert.deepEqual(complaints, []);
      }),
    );
  });
});
