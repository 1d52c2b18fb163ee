import { expect } from "@open-wc/testing";
import { html } from "lit";
import "../provider/define.ts";
import "./define.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { find, get, openTreasury, type Stage, stage, textOf, until } from "../testing/stage.ts";

const element = html`<fisc-dossier-view dossier="dossier-1"></fisc-dossier-view>`;

describe("fisc-dossier-view", () => {
  let open: Stage | undefined;
  afterEach(() => open?.remove());
  const page = (): Stage => open ?? expect.fail("nothing is on the page");
  const show = async (treasury: Parameters<typeof stage>[0], locale = "en") => {
    open = stage(treasury, "accountant", element, { locale });
    await until(() => find(page().provider, "article"), "the dossier");
    return open.provider;
  };

  it("given a dossier, then labels, money, dates, choices, codes and lines are as the definition and the locale say", async () => {
    const { treasury } = openTreasury();
    const provider = await show(treasury, "vi");
    const text = textOf(provider);
    expect(text)
      .to.contain("Giấy đề nghị cấp kinh phí")
      .and.contain("Thực chi")
      .and.contain("10 – Văn phòng phẩm")
      .and.contain("10/03/2026");
    expect(get(provider, "[data-path=total] dd").textContent?.trim()).to.match(/^18\.540\.000\s₫$/);
    expect(get<HTMLTableCellElement>(provider, "tfoot th").colSpan).to.equal(get(provider, "thead tr").children.length - 1);
    expect([...get(provider, "tfoot").querySelectorAll("td")].at(-1)?.textContent?.trim()).to.equal("18.540.000");
    expect(get(provider, "tbody").querySelectorAll("tr")).to.have.length(2);
  });

  it("given a refusal with fixes, then each stands at its field, its line or its file", async () => {
    const { treasury, dossier } = openTreasury();
    treasury.sign(dossier, treasury.person("accountant"), "signAccountant");
    treasury.sign(dossier, treasury.person("head"), "signHead");
    const fixes = [
      { document: "form", at: "number", text: "Ghi lại số" },
      { document: "form", at: "lines[1].amount", text: "6.200.000" },
      { document: "file-contract", text: "Thiếu trang 2" },
    ];
    treasury.act(dossier, treasury.person("clerk"), "refuse", { reason: "Chưa đủ hồ sơ", fixes });
    const provider = await show(treasury);
    expect(textOf(get(provider, "[data-path=number] .fix"))).to.contain("Ghi lại số");
    expect(textOf(get(provider, "tbody tr:nth-child(2) .fix"))).to.contain("6.200.000");
    expect(textOf(get(provider, ".papers li .fix"))).to.contain("Thiếu trang 2");
    expect(textOf(provider)).to.contain("Trần Thị Mẫu").and.contain("Test CA");
  });

  it("given the content changed after a signature, then that signature says that it no longer counts", async () => {
    const { treasury, dossier } = openTreasury();
    treasury.sign(dossier, treasury.person("accountant"), "signAccountant");
    treasury.change(dossier, treasury.person("accountant"), { ...dossier.data, note: "Khác" }, dossier.attachments);
    expect(textOf(await show(treasury))).to.contain("Signed version 1; the dossier has changed since");
  });

  it("given words of an amount in the language of the form, then a page in another language says so", async () => {
    const { treasury } = openTreasury();
    const provider = await show(treasury);
    expect(get(provider, "[data-path=words] dd [lang]").getAttribute("lang")).to.equal("vi");
    expect(find(provider, "[data-path=number] dd [lang]")).to.equal(null);
  });

  it("given text that looks like markup, then it is drawn as text", async () => {
    const { treasury, dossier } = openTreasury();
    dossier.data = { ...dossier.data, note: "<img src=x onerror=alert(1)>" };
    const provider = await show(treasury);
    expect(find(provider, "img")).to.equal(null);
    expect(textOf(provider)).to.contain("<img src=x onerror=alert(1)>");
  });

  for (const locale of ["vi", "en"]) {
    it(`has no accessibility finding in ${locale}, light and dark`, async () => {
      const { treasury } = openTreasury();
      await expectAccessible(await show(treasury, locale));
    });
  }
});
