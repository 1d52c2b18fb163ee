import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { html } from "./html.ts";
import { page, pageLocale } from "./page.ts";

describe("pages of the demo's services", () => {
  it("escape every value, wherever it stands", () => {
    assert.equal(html`<a title="${'"><script>'}">${"a & b"}</a>`.text, '<a title="&quot;&gt;&lt;script&gt;">a &amp; b</a>');
  });
  it("take markup only from other templates, and leave out what is not there", () => {
    const items = ["x", "<y>"].map((item) => html`<li>${item}</li>`);
    assert.equal(html`<p>${items}</p>`.text, "<p><li>x</li><li>&lt;y&gt;</li></p>");
    assert.equal(html`${undefined}${false}`.text, "");
  });
  it("speak the language that is asked for, then the browser's, then Vietnamese", () => {
    assert.equal(pageLocale("en", "vi"), "en");
    assert.equal(pageLocale(undefined, "fr-FR,en-GB;q=0.8"), "en");
    assert.equal(pageLocale("<script>", undefined), "vi");
  });
  it("say on every page that nothing on it is real", () => {
    assert.match(page({ locale: "en", title: "T", body: html`<p></p>` }), /fictional/);
  });
});
