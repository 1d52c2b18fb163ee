import { evaluate, loadRuleFunctions } from "@fisc/core/rules";
import { amountInWords, loadWords } from "@fisc/core/words";

const inWords = (locale: string) =>
  [
    "call",
    "words",
    [
      ["value", 100],
      ["value", "KZT"],
      ["value", locale],
    ],
  ] as const;

/** Files of the language modules that this page has fetched. */
function fetched(): readonly string[] {
  const names = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
  return ["en", "kk", "ru", "uk", "vi"].filter((language) => names.some((name) => name.endsWith(`/core/src/words/${language}.ts`)));
}

function codeOf(act: () => unknown): string {
  try {
    act();
    return "none";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

function same(found: unknown, expected: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
}

describe("functions that come with the procedure that calls them", () => {
  it("given a page, when a procedure writes amounts in one language, then that language comes and no other", async () => {
    same(
      codeOf(() => evaluate(inWords("kk"), {})),
      "rule.evaluation",
    );
    same(
      codeOf(() => amountInWords(100, { locale: "kk", currency: "KZT" })),
      "words.not-loaded",
    );
    await loadRuleFunctions({ labels: { words: "call" }, computed: [{ path: "words", value: inWords("kk") }] });
    same(evaluate(inWords("kk"), {}), "Бір теңге");
    same(fetched(), ["kk"]);
    same(
      codeOf(() => evaluate(inWords("uk"), {})),
      "words.not-loaded",
    );
    await loadWords(["uk-UA", "xx"]);
    same(evaluate(inWords("uk"), {}), "Один теньге");
    same(fetched(), ["kk", "uk"]);
  });

  it("given a language that is worked out, then all of them come", async () => {
    const node = [
      "call",
      "words",
      [
        ["value", 100],
        ["value", "USD"],
        [".", ["id", "context"], "locale"],
      ],
    ] as const;
    await loadRuleFunctions({ rules: [{ assert: node }] });
    same(fetched(), ["en", "kk", "ru", "uk", "vi"]);
    same(evaluate(node, { context: { locale: "vi" } }), "Một đô la Mỹ");
  });
});
