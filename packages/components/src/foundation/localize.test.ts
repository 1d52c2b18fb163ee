import { expect } from "@open-wc/testing";
import { LitElement } from "lit";
import { fill, loadLocale, Localize, textLocales } from "./localize.ts";

/** What a Localize needs of an element, and how often it was asked to draw. */
function listener() {
  const host = {
    drawn: 0,
    addController: () => {},
    removeController: () => {},
    requestUpdate: () => void (host.drawn += 1),
    updateComplete: Promise.resolve(true),
  };
  return host;
}

describe("localize", () => {
  it("fills names and picks plural forms by the locale's rules", () => {
    expect(fill("{n|one:# file|other:# files}", { n: 1 }, "en")).to.equal("1 file");
    expect(fill("{n|one:# file|other:# files}", { n: 1200 }, "en")).to.equal("1,200 files");
    expect(fill("Hello {name}", { name: "Mẫu" }, "vi")).to.equal("Hello Mẫu");
  });

  it("leaves a place that nobody fills as it is, so that it is seen", () => {
    expect(fill("{missing}", {}, "en")).to.equal("{missing}");
  });

  it("formats numbers as the locale writes them", () => {
    expect(fill("{n}", { n: 1234567 }, "vi")).to.equal("1.234.567");
  });

  it("draws its host again once texts arrive", async () => {
    class Probe extends LitElement {
      readonly localize = new Localize(this, () => "vi");
    }
    customElements.define("fisc-test-localize-probe", Probe);
    const probe = new Probe();
    document.body.append(probe);
    await loadLocale("vi");
    await probe.updateComplete;
    expect(probe.localize.text("no.such.key")).to.equal("");
    probe.remove();
  });

  it("counts as each language counts, of whose forms some have three", () => {
    const rows = "{n|one:# строка|few:# строки|many:# строк|other:# строки}";
    expect([1, 2, 5, 21, 112].map((n) => fill(rows, { n }, "ru"))).to.eql(["1 строка", "2 строки", "5 строк", "21 строка", "112 строк"]);
    const years = "{n|one:# рядок|few:# рядки|many:# рядків|other:# рядка}";
    expect([1, 3, 11, 1.5].map((n) => fill(years, { n }, "uk"))).to.eql(["1 рядок", "3 рядки", "11 рядків", "1,5 рядка"]);
    expect(fill("{n|one:# jol|other:# jol}", { n: 7 }, "kk-Latn")).to.equal("7 jol");
  });

  it("has every locale's texts, each in its own letters; a country in the tag changes nothing", async () => {
    expect([...textLocales]).to.have.members(["vi", "en", "uk", "kk", "kk-Latn", "ru"]);
    const send = async (locale: string): Promise<string> => {
      const localize = new Localize(listener(), () => locale, ["form"]);
      await localize.load();
      return localize.text("form.submitting");
    };
    expect(await send("kk-KZ"))
      .to.equal(await send("kk"))
      .and.match(/^Жіберілуде/);
    expect(await send("kk-Latn-KZ"))
      .to.equal(await send("kk-Latn"))
      .and.match(/^Jıberılude/);
    expect(await send("uk-UA")).to.match(/^Надсилається/);
    expect(await send("ru")).to.match(/^Отправляется/);
    expect(await send("fr-CA")).to.equal(await send("en"));
  });

  it("says in English what a locale's file has left out, and fetches English only then", async () => {
    const texts = (await import("../locales/kk/codes.ts")).default as Record<string, string>;
    const left = texts["code.none"] ?? "";
    delete texts["code.none"];
    try {
      const host = listener();
      const localize = new Localize(host, () => "kk");
      await loadLocale("kk", ["codes"]);
      expect(localize.text("code.list")).to.equal("Кодтар");
      localize.text("code.none");
      await loadLocale("en", ["codes"]);
      await Promise.resolve();
      expect(host.drawn).to.equal(1);
      expect(localize.text("code.none")).to.equal("No code found. You may type the code.");
    } finally {
      texts["code.none"] = left;
    }
  });

  it("fetches the texts of faults and questions only when one is asked for, and draws its host again", async () => {
    const host = listener();
    const localize = new Localize(host, () => "en");
    expect(localize.text("violation.rows.min", { minRows: 2 })).to.equal("");
    await loadLocale("en", ["faults"]);
    await Promise.resolve();
    expect(host.drawn).to.equal(1);
    expect(localize.text("violation.rows.min", { minRows: 2 })).to.equal("At least 2 lines are needed. Add lines.");
    expect(localize.text("violation.nobody.wrote-this")).to.equal("");
  });
});
