import { expect } from "@open-wc/testing";
import { FiscError } from "@fisc/core";
import { html } from "lit";
import "../provider/define.ts";
import "./define.ts";
import type { DossierOpenEvent } from "./dossier-open-event.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { sampleData } from "../testing/sample-procedure.ts";
import { find, get, openTreasury, type Stage, stage, textOf, until } from "../testing/stage.ts";

const element = html`<fisc-dossier-list href-template="dossier.html?id={id}"></fisc-dossier-list>`;

describe("fisc-dossier-list", () => {
  let open: Stage | undefined;
  afterEach(() => open?.remove());
  const page = (): Stage => open ?? expect.fail("nothing is on the page");

  const three = () => {
    const { treasury, dossier } = openTreasury();
    const me = treasury.person("accountant");
    const { unit } = dossier;
    const second = treasury.create(me, unit, "test.grant", {
      ...sampleData,
      number: "G-0002/2026",
      note: "Sửa chữa mái nhà",
      total: 99_000_000,
    });
    treasury.create(me, unit, "test.grant", { ...sampleData, number: "G-0003/2026", note: "Điện nước", total: 1_000 });
    treasury.sign(second, me, "signAccountant");
    return { treasury, dossier, second };
  };
  const show = async (treasury: Parameters<typeof stage>[0], subject: string, locale = "en") => {
    open = stage(treasury, subject, element, { locale });
    await until(() => find(page().provider, "tbody tr"), "rows");
    return open.provider;
  };
  const rows = () => [...(get(page().provider, "fisc-dossier-list").shadowRoot?.querySelectorAll("tbody tr") ?? [])];
  const search = (text: string) => {
    const input = get<HTMLInputElement>(page().provider, "input[type=search]");
    input.value = text;
    input.dispatchEvent(new InputEvent("input"));
  };

  it("given three dossiers, then each has its code as a link, its official state, amount and what awaits me", async () => {
    const { treasury } = three();
    const provider = await show(treasury, "accountant");
    expect(rows()).to.have.length(3);
    expect(get<HTMLAnchorElement>(provider, "a.open").getAttribute("href")).to.match(/^dossier\.html\?id=dossier-\d$/);
    expect(textOf(provider)).to.contain("Awaits the head's signature").and.contain("₫99,000,000").and.contain("3 dossiers");
    expect(rows().filter((row) => row.classList.contains("awaits-me"))).to.have.length(2);
  });

  it("given a search without marks, then it finds the words with them; nothing found says so and can be cleared", async () => {
    const { treasury } = three();
    const provider = await show(treasury, "accountant");
    search("sua chua mai");
    await until(() => rows().length === 1, "one row");
    search("điện");
    await until(() => rows().length === 1 && textOf(provider).includes("Điện nước"), "the other");
    search("zzz");
    await until(() => textOf(provider).includes("No dossier matches"), "nothing");
    const clear = get<HTMLButtonElement>(provider, ".empty button");
    clear.focus();
    clear.click();
    await until(() => rows().length === 3, "all again");
    expect((get(provider, "fisc-dossier-list").shadowRoot?.activeElement as HTMLInputElement | null)?.type).to.equal("search");
  });

  it("given only what awaits me and an order by amount, then the list follows", async () => {
    const { treasury } = three();
    const provider = await show(treasury, "accountant");
    const sort = get<HTMLSelectElement>(provider, "label:last-child select");
    sort.value = "amount";
    sort.dispatchEvent(new Event("change"));
    await until(() => rows()[0]?.textContent?.includes("99,000,000"), "the largest first");
    get<HTMLInputElement>(provider, "input[type=checkbox]").click();
    await until(() => rows().length === 2, "what awaits me");
  });

  it("given another person signs, then the row changes by itself within a second", async () => {
    const { treasury, dossier } = three();
    const provider = await show(treasury, "head");
    await until(() => treasury.streams.size > 0, "the stream");
    treasury.sign(dossier, treasury.person("accountant"), "signAccountant");
    await until(() => rows().filter((row) => row.classList.contains("awaits-me")).length === 2, "two that await the head", 1_000);
    expect(textOf(provider)).to.contain("Awaits you");
  });

  it("given somebody opens a dossier, then the page hears of it and may keep the link from being followed", async () => {
    const { treasury } = three();
    const provider = await show(treasury, "accountant");
    const opened = new Promise<DossierOpenEvent>((resolve) =>
      provider.addEventListener("fisc-dossier-open", (event) => {
        event.preventDefault();
        resolve(event);
      }),
    );
    get<HTMLAnchorElement>(provider, "[data-dossier=dossier-1] a").click();
    expect((await opened).dossier.id).to.equal("dossier-1");
  });

  it("given a person of another unit, then the list is empty and says so", async () => {
    const { treasury } = three();
    open = stage(treasury, "stranger", element);
    await until(() => textOf(page().provider).includes("There is no dossier yet"), "the empty state");
  });

  it("given the gateway fails, then that is said, and trying again works", async () => {
    const { treasury } = three();
    open = stage(treasury, "accountant", element);
    open.api.failNext("dossiers", new FiscError("network.offline"));
    (await until(() => find<HTMLButtonElement>(page().provider, "fisc-notice button"), "try again")).click();
    await until(() => rows().length === 3, "the rows");
  });

  for (const locale of ["vi", "en"]) {
    it(`has no accessibility finding in ${locale}, light and dark`, async () => {
      const { treasury } = three();
      await expectAccessible(await show(treasury, "accountant", locale));
    });
  }
});
