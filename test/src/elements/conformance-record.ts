import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { ConformanceCase, SuiteResult } from "../conformance/suite.ts";
import { criteria, clauseOf, type Criterion } from "./criteria.ts";
import { examine, type ElementResult } from "./examine.ts";
import { withGallery } from "./gallery-page.ts";

const figures = fileURLToPath(new URL("../../../docs/figures/accessibility.json", import.meta.url));
const page = fileURLToPath(new URL("../../../docs/accessibility-conformance.md", import.meta.url));

export interface AccessibilityRecord {
  readonly command: string;
  readonly date: string;
  readonly browser: string;
  readonly axe: string;
  readonly elements: Readonly<Record<string, ElementResult>>;
}

/** Looks at every element in every state, keeps what was seen, and writes the table of conformance from it. */
export async function runElements(): Promise<SuiteResult> {
  const { version } = createRequire(import.meta.url)("axe-core/package.json") as { readonly version: string };
  const record = await withGallery(async (gallery): Promise<AccessibilityRecord> => {
    const elements = await examine(gallery);
    if (gallery.complaints.length > 0) console.log(`The page complained: ${gallery.complaints.join("; ")}`);
    return {
      command: "npm run conformance",
      date: new Date().toISOString().slice(0, 10),
      browser: `Chromium ${gallery.browser}`,
      axe: version,
      elements,
    };
  });
  await writeFile(figures, `${JSON.stringify(record, null, 1)}\n`);
  await writeFile(page, conformancePage(record));
  return {
    name: "Elements",
    about: "WCAG 2.2 A and AA of every element in every state, by axe-core and by looks of our own",
    cases: Object.entries(record.elements).flatMap(([tag, element]) => casesOf(tag, element)),
    note: "docs/accessibility-conformance.md",
  };
}

function casesOf(tag: string, element: ElementResult): readonly ConformanceCase[] {
  return Object.entries(element.looks).map(([look, { faults }]) => ({
    name: `<${tag}>, ${look}`,
    expected: "no fault",
    found: faults.length === 0 ? "no fault" : faults.join("; "),
    agrees: faults.length === 0,
  }));
}

export async function keptRecord(): Promise<AccessibilityRecord> {
  return JSON.parse(await readFile(figures, "utf8")) as AccessibilityRecord;
}

/** `holds`, `does not hold`, or nothing where no state of the element has anything of the kind. */
function resultOf({ number, axe, looks = [] }: Criterion, element: ElementResult): "✓" | "✗" | "·" {
  const rules = axe ? element.criteria[number] : undefined;
  const looked = looks.map((look) => element.looks[look]);
  if ((rules?.faults.length ?? 0) > 0 || looked.some((look) => (look?.faults.length ?? 0) > 0)) return "✗";
  return (rules?.held ?? 0) > 0 || looked.some((look) => (look?.looked ?? 0) > 0) ? "✓" : "·";
}

/** The page of docs: every word of a result follows from the record. */
export function conformancePage({ date, browser, axe, elements }: AccessibilityRecord): string {
  const tested = criteria.filter((criterion) => criterion.axe ?? criterion.looks);
  const rest = criteria.filter((criterion) => !criterion.axe && !criterion.looks);
  const tags = Object.entries(elements);
  const how = ({ axe: byAxe, looks = [] }: Criterion): string => [...(byAxe ? ["axe-core"] : []), ...looks].join(", ");
  const whose = { nobody: "does not occur", page: "the page's", design: "by design" } as const;
  const faults = tags.flatMap(([tag, { looks }]) =>
    Object.entries(looks).flatMap(([look, { faults: found }]) =>
      [...new Set(found)].map((fault) => `- \`<${tag}>\`, ${look}: ${fault.replaceAll("<", "&lt;")}`),
    ),
  );
  return `${[
    "# Accessibility conformance of the elements",
    "",
    "WCAG 2.2 at the levels A and AA, and the clauses of EN 301 549 V3.2.1 that repeat them. `npm run conformance -- --only elements` shows every",
    "element in every state of `demo/portals/elements` under the strictest content policy, looks at it, and writes this page from what it saw.",
    "",
    `Last run: ${date}, ${browser}, axe-core ${axe}: ${tags.length} elements in ${tags.reduce((sum, [, { states }]) => sum + states.length, 0)} states. Whole pages of the demo, in`,
    "two languages and with their dialogs, are looked at by `npm test` (`test/src/accessibility.e2e.ts`).",
    "",
    "A machine finds less than half of what people with disabilities run into. What is marked here was looked at by a machine and no more; no people",
    "with screen readers have tried the elements on behalf of this project yet.",
    "",
    "## What was looked at",
    "",
    "✓ holds in all states · ✗ does not hold in some state, see below · `·` nothing of the kind is there",
    "",
    `| element | ${tested.map(({ number }) => number).join(" | ")} |`,
    `|---|${tested.map(() => ":-:").join("|")}|`,
    ...tags.map(([tag, element]) => `| \`${tag}\` | ${tested.map((criterion) => resultOf(criterion, element)).join(" | ")} |`),
    "",
    ...(faults.length > 0 ? ["What does not hold:", "", ...faults, ""] : ["Nothing was found that does not hold.", ""]),
    "| criterion | level | EN 301 549 | looked at by | |",
    "|---|---|---|---|---|",
    ...tested.map((one) => `| ${one.number} ${one.name} | ${one.level} | ${clauseOf(one)} | ${how(one)} | ${one.how ?? ""} |`),
    "",
    "axe-core runs in light, in dark, from right to left and at compact density. **keyboard**: Tab comes to every control and leaves the element.",
    "**focus in sight**: at each of these places the focus has an outline of 2 px or more, and nothing covers it. **320 pixels**, **text at 200 %**,",
    "**text spacing** (1.4.12's values): nothing is cut off, and the page does not scroll sideways. **faults in words**: what is invalid says why, in words tied",
    "to it. **forced colours**: controls keep an outline. **rest from motion**: nothing moves under `prefers-reduced-motion`. **no media**: there is nothing that would",
    "need words of its own.",
    "",
    "## What no machine looked at",
    "",
    "| criterion | level | EN 301 549 | | |",
    "|---|---|---|---|---|",
    ...rest.map(
      (one) => `| ${one.number} ${one.name} | ${one.level} | ${clauseOf(one)} | ${whose[one.whose ?? "design"]} | ${one.how ?? ""} |`,
    ),
    "",
    "Beyond clause 9: user preferences (clause 11.7) are followed, see [styling.md](styling.md): colour scheme, forced colours, reduced motion, text size.",
    "4.1.1 Parsing is obsolete in WCAG 2.2 and always holds.",
  ].join("\n")}\n`;
}
