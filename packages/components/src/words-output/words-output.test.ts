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
    await expectAccessible(output);
  });
});
