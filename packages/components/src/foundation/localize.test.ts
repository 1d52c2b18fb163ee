import { expect } from "@open-wc/testing";
import { LitElement } from "lit";
import { fill, loadLocale, Localize } from "./localize.ts";

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

  it("fetches the texts of faults and questions only when one is asked for, and draws its host again", async () => {
    let drawn = 0;
    const host = {
      addController: () => {},
      removeController: () => {},
      requestUpdate: () => drawn++,
      updateComplete: Promise.resolve(true),
    };
    const localize = new Localize(host, () => "en");
    expect(localize.text("violation.rows.min", { minRows: 2 })).to.equal("");
    await loadLocale("en", ["faults"]);
    await Promise.resolve();
    expect(drawn).to.equal(1);
    expect(localize.text("violation.rows.min", { minRows: 2 })).to.equal("At least 2 lines are needed. Add lines.");
    expect(localize.text("violation.nobody.wrote-this")).to.equal("");
  });
});
