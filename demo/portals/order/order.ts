import "@fisc/components/code-field/define";
import "@fisc/components/date-field/define";
import "@fisc/components/money-field/define";
import "@fisc/components/text-field/define";
import "@fisc/components/words-output/define";
import type { CodeField } from "@fisc/components/code-field/code-field";
import type { MoneyField } from "@fisc/components/money-field/money-field";
import type { TextField } from "@fisc/components/text-field/text-field";
import type { WordsOutput } from "@fisc/components/words-output/words-output";
import type { ExpressionNode, Json, PublishedProcedure, RuleContext, ValueField } from "@fisc/core";
import { createFormEngine, loadRuleFunctions, type FormEngine } from "@fisc/core/rules";

/** A page that takes engine and fields without the form element: a portal that keeps and sends by its own means. */
type Drawn = TextField | CodeField | MoneyField | WordsOutput;

const tags: Partial<Record<ValueField<unknown>["type"], string>> = {
  code: "fisc-code-field",
  date: "fisc-date-field",
  money: "fisc-money-field",
  words: "fisc-words-output",
};

// The language is part of the address: it can be kept and passed on. Elements take it from the page.
const locale = new URLSearchParams(location.search).get("locale") ?? "en";
document.documentElement.lang = locale;
const { procedure, context, page } = (await (await fetch(`./order.${locale}.json`)).json()) as {
  readonly procedure: PublishedProcedure;
  readonly context: RuleContext;
  readonly page: { readonly language: string; readonly send: string };
};
await loadRuleFunctions(procedure);
const engine = createFormEngine({ procedure, context });
const fields = procedure.layout
  .flatMap(({ sections }) => sections.flatMap((section) => section.fields))
  .filter((field): field is ValueField<ExpressionNode> => field.type !== "lines");
const title = procedure.labels[`procedure.${procedure.id}`] ?? procedure.id;
document.title = title;
document.querySelector("h1")?.replaceChildren(title);
document.querySelector("form > button")?.replaceChildren(page.send);
const languages = document.querySelector("select");
if (languages) {
  languages.value = locale;
  languages.ariaLabel = page.language;
  languages.addEventListener("change", () => location.assign(`?locale=${languages.value}`));
}
const left = new Set<string>();
const drawn = new Map(fields.map((field) => [field.path, draw(field, engine)]));
document.querySelector("#fields")?.append(...drawn.values());
engine.subscribe(show);
show();

document.querySelector("form")?.addEventListener("submit", (event) => {
  event.preventDefault();
  for (const path of drawn.keys()) left.add(path);
  show();
  const faulty = [...drawn.values()].find((field) => "reportValidity" in field && !field.reportValidity());
  if (faulty || engine.violations().some(({ severity }) => severity === "error")) faulty?.focus();
  else document.querySelector("#sent")?.replaceChildren(JSON.stringify(engine.submission(), null, 2));
});

function draw(field: ValueField<ExpressionNode>, form: FormEngine): Drawn {
  const { path, type } = field;
  const element = document.createElement(tags[type] ?? "fisc-text-field") as Drawn;
  const { labels, currency, codeLists } = procedure;
  element.dataset["path"] = path;
  element.label = labels[`field.${path}`] ?? path;
  if ("currency" in element) Object.assign(element, { currency: currency.code, decimals: currency.decimals });
  if ("codes" in element && field.codeList !== undefined) element.codes = codeLists[field.codeList] ?? [];
  if ("multiline" in element) element.multiline = type === "multiline";
  if ("length" in element) element.length = field.length ?? 0;
  element.addEventListener("input", () => {
    const { value } = element as { readonly value: Json };
    form.set(path, value === "" || value === null ? undefined : value);
  });
  element.addEventListener("change", () => {
    left.add(path);
    show();
  });
  return element;
}

/** Brings what the engine knows into the fields. A field that somebody is in keeps what they type. */
function show(): void {
  for (const [path, element] of drawn) {
    const value = engine.get(path) ?? null;
    element.hidden = !engine.visible(path);
    if ("required" in element) {
      element.required = engine.required(path);
      Object.assign(element, { value: value ?? (element.localName === "fisc-money-field" ? null : "") });
    } else element.value = String(value ?? "");
    const found = left.has(path) ? engine.violationsAt(path).find(({ rule }) => rule !== "required") : undefined;
    element.error = found ? (procedure.labels[found.message] ?? found.message) : "";
  }
}
