import { expect } from "@open-wc/testing";
import { html } from "lit";
import "../provider/define.ts";
import "./define.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { find, get, openTreasury, type Stage, stage, textOf, until } from "../testing/stage.ts";
import type { PrintEvent } from "./print-event.ts";
import { PrintFrame } from "./print-frame.ts";
import type { FiscPrintView } from "./print-view.ts";

describe("fisc-print-view", () => {
  let open: Stage | undefined;
  afterEach(() => {
    open?.remove();
    open = undefined;
  });

  const show = async (treasury: Parameters<typeof stage>[0], locale = "en"): Promise<FiscPrintView> => {
    open = stage(treasury, "accountant", html`<fisc-print-view dossier="dossier-1"></fisc-print-view>`, { locale });
    const { provider } = open;
    await until(() => find(provider, "article"), "the paper");
    return get<FiscPrintView>(provider, "fisc-print-view");
  };
  const button = (view: FiscPrintView): HTMLButtonElement => get<HTMLButtonElement>(view, "button");
  /** Presses the button; nothing is printed. */
  const pressed = async (view: FiscPrintView): Promise<Document> => {
    const event = new Promise<PrintEvent>((resolve) =>
      view.addEventListener(
        "fisc-print",
        (asked) => {
          asked.preventDefault();
          resolve(asked);
        },
        { once: true },
      ),
    );
    button(view).click();
    return (await event).document;
  };

  it("given a dossier, then the official form is there: number, unit, fields, lines with their total, and who signed", async () => {
    const { treasury, dossier } = openTreasury();
    treasury.sign(dossier, treasury.person("accountant"), "signAccountant");
    const view = await show(treasury, "vi");
    const text = textOf(get(view, "article"));
    expect(text).to.contain("Mẫu số G-1").and.contain("Giấy đề nghị cấp kinh phí").and.contain("Thực chi");
    expect(text).to.contain("10 – Văn phòng phẩm").and.contain("10/03/2026").and.contain("Tổng cộng 18.540.000");
    expect(text).to.contain("Chữ ký số").and.contain("Trần Thị Mẫu").and.contain("Test CA").and.contain("hop-dong.pdf");
    expect(get(view, "thead th").textContent).to.equal("STT");
    expect(get(view, ".words dd").getAttribute("lang")).to.equal("vi");
  });

  it("given content that changed after a signature, then that signature is not on the paper", async () => {
    const { treasury, dossier } = openTreasury();
    treasury.sign(dossier, treasury.person("accountant"), "signAccountant");
    treasury.change(dossier, treasury.person("accountant"), { ...dossier.data, note: "Khác" }, dossier.attachments);
    expect(textOf(get(await show(treasury), ".signatures"))).to.contain("Nobody has signed yet");
  });

  it("when the button is pressed, then a document that holds the paper alone is ready to print, with sheets and a name for the file", async () => {
    const { treasury, dossier } = openTreasury();
    const view = await show(treasury);
    const inside = await pressed(view);
    expect(inside.title).to.contain(dossier.code);
    expect(inside.documentElement.lang).to.equal("en");
    expect(inside.body.children).to.have.length(1);
    expect(inside.body.textContent).to.equal(get(view, "article").textContent);
    const rules = inside.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText));
    expect(rules.some((rule) => rule.startsWith("@page") && /size: a4/i.test(rule))).to.equal(true);
    expect(inside.defaultView?.getComputedStyle(get(inside.body, "h1")).textAlign).to.equal("center");
  });

  it("when it is printed again or goes, then no frame is left behind", async () => {
    const { treasury } = openTreasury();
    const view = await show(treasury);
    await pressed(view);
    await pressed(view);
    expect(document.querySelectorAll("body > iframe")).to.have.length(1);
    view.remove();
    expect(document.querySelectorAll("body > iframe")).to.have.length(0);
  });

  it("given text that looks like markup, then it is text, on the screen and in the document that is printed", async () => {
    const { treasury, dossier } = openTreasury();
    dossier.data = { ...dossier.data, note: "<img src=x onerror=alert(1)>" };
    const view = await show(treasury);
    for (const paper of [get(view, "article"), (await pressed(view)).body]) {
      expect(paper.querySelector("img")).to.equal(null);
      expect(paper.textContent).to.contain("<img src=x onerror=alert(1)>");
    }
  });

  it("given nobody signed in, then it says so instead of a paper", async () => {
    const { treasury } = openTreasury();
    open = stage(treasury, null, html`<fisc-print-view dossier="dossier-1"></fisc-print-view>`);
    const { provider } = open;
    await until(() => /sign in/i.test(textOf(provider)), "what to do");
    expect(find(provider, "button")).to.equal(null);
  });

  it("given one frame and two papers, then the later one is in it", async () => {
    const frame = new PrintFrame();
    const job = { title: "a", locale: "en", reference: "A-1" };
    await frame.open({ ...job, paper: "first" });
    const view = await frame.open({ ...job, paper: "second" });
    expect(view.document.body.textContent).to.equal("second");
    frame.close();
  });

  for (const locale of ["vi", "en"]) {
    it(`has no accessibility finding in ${locale}, light and dark`, async () => {
      const { treasury } = openTreasury();
      await expectAccessible(await show(treasury, locale));
    });
  }
});
