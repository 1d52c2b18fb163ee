import { expect, fixture, html } from "@open-wc/testing";
import { expectAccessible } from "../testing/accessibility.ts";
import "./define.ts";
import type { WordsOutput } from "./words-output.ts";

describe("words output", () => {
  it("shows its value under its label, named for screen readers", async () => {
    const output = await fixture<WordsOutput>(html`<fisc-words-output label="Bằng chữ" .value=${"Không đồng"}></fisc-words-output>`);
    const native = output.shadowRoot?.querySelector("output");
    expect(native?.textContent).to.equal("Không đồng");
    expect(output.shadowRoot?.getElementById(native?.getAttribute("aria-labelledby") ?? "")?.textContent).to.equal("Bằng chữ");
    expect(native?.hasAttribute("lang")).to.equal(false);
    await expectAccessible(output);
  });

  it("given words in the language of the form on a page in another, then they say which language they are in", async () => {
    const output = await fixture<WordsOutput>(
      html`<fisc-words-output label="Total in words" .value=${"Không đồng"} language="vi"></fisc-words-output>`,
    );
    expect(output.shadowRoot?.querySelector("output")?.lang).to.equal("vi");
    expect(output.shadowRoot?.querySelector("#label")?.hasAttribute("lang")).to.equal(false);
  });
});
