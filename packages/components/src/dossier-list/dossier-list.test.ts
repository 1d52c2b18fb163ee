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
  const many = (count: number) => {
    const opened = openTreasury();
    const { treasury, dossier } = opened;
    for (let number = 2; number <= count; number += 1) {
      const data = { ...sampleData, number: `G-${String(number).padStart(4, "0")}/2026` };
      treasury.create(treasury.person("accountant"), dossier.unit, "test.grant", data);
    }
    return opened;
  };
  const show = async (treasury: Parameters<typeof stage>[0], subject: string, locale = "en", view = element) => {
    open = stage(treasury, subject, view, { locale });
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
    const sort = get<HTMLSelectElement>(provider, "[data-sort]");
    sort.value = "amount";
    sort.dispatchEvent(new Event("change"));
    await until(() => rows()[0]?.textContent?.includes("99,000,000"), "the largest first");
    expect(get(provider, "[aria-sort]").textContent?.trim()).to.equal("Amount");
    get<HTMLInputElement>(provider, "[data-filter=mine]").click();
    await until(() => rows().length === 2, "what awaits me");
  });

  it("given more dossiers than a page has rows, then pages are turned by keys that keep the focus, and what is searched for is on the first", async () => {
    const { treasury } = many(12);
    const provider = await show(treasury, "accountant", "en", html`<fisc-dossier-list page-size="5"></fisc-dossier-list>`);
    expect(rows()).to.have.length(5);
    expect(textOf(get(provider, ".pager"))).to.contain("1 to 5 of 12");
    const next = get<HTMLButtonElement>(provider, "[data-page=next]");
    next.focus();
    next.click();
    await until(() => textOf(get(provider, ".pager")).includes("6 to 10 of 12"), "the second page");
    next.click();
    await until(() => rows().length === 2, "the last page");
    expect(get(provider, "fisc-dossier-list").shadowRoot?.activeElement).to.equal(next);
    expect(next.getAttribute("aria-disabled")).to.equal("true");
    next.click();
    search("G-0007");
    await until(() => rows().length === 1 && textOf(provider).includes("G-0007"), "found on another page");
  });

  it("given more dossiers than one answer of the gateway holds, then they are all read, and of a change later only what changed is read", async () => {
    const { treasury, dossier } = many(1_203);
    const provider = await show(treasury, "accountant");
    await until(() => textOf(provider).includes("1,203 dossiers") && !textOf(provider).includes("so far"), "all of them", 10_000);
    expect(page().api.calls.filter((call) => call === "dossiers")).to.have.length(3);
    expect(rows()).to.have.length(50);
    await until(() => treasury.streams.size > 0, "the stream");
    treasury.sign(dossier, treasury.person("accountant"), "signAccountant");
    await until(() => rows()[0]?.getAttribute("data-dossier") === dossier.id, "what changed is first", 10_000);
    expect(textOf(provider)).to.contain("1,203 dossiers");
  });

  it("given the second page of the gateway's answer is lost, then what is there is shown, the loss is said, and nothing is saved as if it were all", async () => {
    const { treasury } = many(501);
    let isLost = false;
    open = stage(treasury, "accountant", element, {
      wrap: (api) => ({
        ...api,
        dossiers: (query) => {
          if (query?.before === undefined || isLost) return api.dossiers(query);
          isLost = true;
          return Promise.reject(new FiscError("network.offline"));
        },
      }),
    });
    const again = await until(() => find<HTMLButtonElement>(page().provider, "fisc-notice button"), "the notice", 10_000);
    expect(rows()).to.have.length(50);
    expect(textOf(page().provider)).to.contain("500 dossiers so far");
    expect(get(page().provider, "[data-export]").getAttribute("aria-disabled")).to.equal("true");
    again.click();
    await until(() => textOf(page().provider).includes("501 dossiers") && !find(page().provider, "fisc-notice"), "all of them", 10_000);
  });

  it("given a list kept in the address, when somebody searches, sorts and goes back, then the address says it, keeps what else it had, and leads to the same view", async () => {
    const { treasury } = three();
    const before = location.href;
    const view = html`<fisc-dossier-list keep-in-address="list."></fisc-dossier-list>`;
    try {
      history.pushState(null, "", `${location.pathname}?kept=1&list.sort=amount`);
      const provider = await show(treasury, "accountant", "en", view);
      expect(rows()[0]?.textContent).to.contain("99,000,000");
      search("dien");
      await until(() => new URLSearchParams(location.search).get("list.q") === "dien", "the address");
      expect(new URLSearchParams(location.search).get("kept")).to.equal("1");
      await until(() => rows().length === 1, "what was searched for");
      history.pushState(null, "", `${location.pathname}?list.mine=1`);
      window.dispatchEvent(new PopStateEvent("popstate"));
      await until(() => rows().length === 2, "the view of that address");
      expect(get<HTMLInputElement>(provider, "input[type=search]").value).to.equal("");
    } finally {
      history.pushState(null, "", before);
    }
  });

  it("given a list to save, then the file holds what is shown on all pages, in its order, with figures that a spreadsheet reads and no formula", async () => {
    const { treasury, dossier } = three();
    dossier.data = { ...dossier.data, note: "=HYPERLINK(1)" };
    const provider = await show(treasury, "accountant", "vi", html`<fisc-dossier-list page-size="2"></fisc-dossier-list>`);
    let saved: Blob | undefined;
    const { createObjectURL } = URL;
    URL.createObjectURL = (file: Blob) => ((saved = file), "blob:nothing");
    const { click } = HTMLAnchorElement.prototype;
    let name = "";
    HTMLAnchorElement.prototype.click = function save(this: HTMLAnchorElement) {
      name = this.download;
    };
    try {
      get<HTMLSelectElement>(provider, "[data-sort]").value = "code";
      get<HTMLSelectElement>(provider, "[data-sort]").dispatchEvent(new Event("change"));
      await until(() => rows()[0]?.textContent?.includes("000001"), "the order");
      get<HTMLButtonElement>(provider, "[data-export]").click();
    } finally {
      HTMLAnchorElement.prototype.click = click;
      URL.createObjectURL = createObjectURL;
    }
    const lines = (await saved?.text())?.trimEnd().split("\r\n") ?? [];
    expect(name).to.equal("Hồ sơ.csv");
    expect(lines).to.have.length(4);
    expect(lines[0]).to.contain("Mã hồ sơ;Số chứng từ;Nội dung");
    expect(lines[1]).to.match(/^\d{4}-000001;G-0001\/2026;'=HYPERLINK\(1\);1999901;Trường THCS Sông Xanh;[^;]+;18540000;VND;;\d{4}-/);
    expect(lines[2]).to.contain(";99000000;VND;");
  });

  it("given a deadline, then its badge counts the working days, and the list can be narrowed to what is due next", async () => {
    const { treasury, dossier } = three();
    treasury.sign(dossier, treasury.person("accountant"), "signAccountant");
    treasury.sign(dossier, treasury.person("head"), "signHead");
    treasury.act(dossier, treasury.person("clerk"), "accept");
    const provider = await show(treasury, "clerk");
    expect(textOf(get(provider, "[part=due]"))).to.match(/working days? left$/);
    const due = get<HTMLSelectElement>(provider, "[data-filter=due]");
    due.value = "late";
    due.dispatchEvent(new Event("change"));
    await until(() => textOf(provider).includes("No dossier matches"), "nothing is late");
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
