import { expect } from "@open-wc/testing";
import type { Fix } from "@fisc/core";
import { FiscError } from "@fisc/core";
import { html } from "lit";
import "../provider/define.ts";
import "../approval-panel/define.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { sampleData, sampleProcedure } from "../testing/sample-procedure.ts";
import { find, get, openTreasury, type Stage, stage, textOf, until } from "../testing/stage.ts";
import { differences } from "./differences.ts";
import { isTouched } from "./fix-answers.ts";

const panel = html`<fisc-approval-panel dossier="dossier-1"></fisc-approval-panel>`;
const contract = { id: "a", slot: "contract", name: "hop-dong.pdf", mediaType: "application/pdf", size: 1_000, sha256: "a".repeat(64) };
const between = (after: object, files: readonly (typeof contract)[] = [contract]) =>
  differences(
    sampleProcedure("en"),
    { version: 1, data: sampleData, attachments: [contract] },
    { version: 2, data: { ...sampleData, ...after }, attachments: files },
  ).map(({ name, line, before, after: now }) => [line === undefined ? name : `${name} ${line}`, before, now]);

describe("differences of two versions", () => {
  it("names what changed in the order of the form, with both values as they are read", () => {
    expect(between({ total: 18_500_000, date: "2026-03-11", kind: "advance", note: "" })).to.deep.equal([
      ["Date", "10 Mar 2026", "11 Mar 2026"],
      ["Kind", "Payment", "Advance"],
      ["Content", "Văn phòng phẩm quý I/2026", ""],
      ["Total", "₫18,540,000", "₫18,500,000"],
    ]);
    expect(between({})).to.deep.equal([]);
  });

  it("tells a line that came or went from one that was corrected", () => {
    const [first, second] = sampleData.lines;
    expect(between({ lines: [first] })).to.deep.equal([["Lines 2", "Mực in · 10 – Stationery · 6,240,000", ""]]);
    expect(between({ lines: [{ text: "Bút", code: "10", amount: 1_000 }, first, second] })).to.deep.equal([
      ["Lines 1", "", "Bút · 10 – Stationery · 1,000"],
    ]);
    expect(between({ lines: [first, { ...second, amount: 6_200_000 }] })).to.deep.equal([["Lines: Amount 2", "6,240,000", "6,200,000"]]);
  });

  it("leaves out nothing that the form does not show, in the dossier or in a line", () => {
    expect(between({ hidden: { note: "x" }, lines: [{ ...sampleData.lines[0], secret: 1 }, sampleData.lines[1]] })).to.deep.equal([
      ["Lines: secret 1", "", "1"],
      ["hidden.note", "", "x"],
    ]);
  });

  it("says which file was replaced, added or taken away", () => {
    const other = { ...contract, id: "b", name: "hop-dong-2.pdf", size: 2_048 };
    expect(between({}, [other])).to.deep.equal([["Contract", "hop-dong.pdf (1,000 byte)", "hop-dong-2.pdf (2 kB)"]]);
    expect(between({}, [contract, other])).to.deep.equal([["Contract", "", "hop-dong-2.pdf (2 kB)"]]);
    expect(between({}, [])).to.deep.equal([["Contract", "hop-dong.pdf (1,000 byte)", ""]]);
  });

  it("knows whether the place of a fix changed", () => {
    const at = (path: string, before = "x") => [{ document: "form", path, name: "", before, after: "y" }];
    const form = (place?: string): Fix => ({ document: "form", text: "", ...(place === undefined ? {} : { at: place }) });
    expect(isTouched(form("number"), at("number"))).to.equal(true);
    expect(isTouched(form("number"), at("numbers"))).to.equal(false);
    expect(isTouched(form("lines[1].amount"), at("lines[1].amount"))).to.equal(true);
    expect(isTouched(form("lines[1].amount"), at("lines[10].amount"))).to.equal(false);
    expect(isTouched(form("lines[1].amount"), at("lines[1].text"))).to.equal(false);
    expect(isTouched(form("lines[1].amount"), at("lines[1]"))).to.equal(true);
    expect(isTouched(form("lines[1].amount"), at("lines[1]", ""))).to.equal(false);
    expect(isTouched(form("lines[].amount"), at("lines[7].amount"))).to.equal(true);
    expect(isTouched(form("lines[].amount"), at("lines[7].text"))).to.equal(false);
    expect(isTouched(form("lines"), at("lines[7].text"))).to.equal(true);
    expect(isTouched(form(), at("number"))).to.equal(true);
    expect(isTouched({ document: "a", text: "" }, at("number"))).to.equal(false);
    expect(isTouched({ document: "a", text: "" }, [{ document: "a", path: "", name: "", before: "x", after: "" }])).to.equal(true);
  });
});

describe("fisc-version-difference", () => {
  let open: Stage | undefined;
  afterEach(() => open?.remove());
  const page = (): Stage => open ?? expect.fail("nothing is on the page");

  /** Sent, sent back with two fixes, completed in one of them, and sent again. */
  const completed = () => {
    const opened = openTreasury();
    const { treasury, dossier } = opened;
    const send = () => {
      treasury.sign(dossier, treasury.person("accountant"), "signAccountant");
      treasury.sign(dossier, treasury.person("head"), "signHead");
    };
    send();
    const fixes = [
      { document: "form", at: "lines[1].amount", text: "Sửa thành 6.200.000" },
      { document: "file-contract", text: "Đính kèm bản có đủ chữ ký" },
    ];
    treasury.act(dossier, treasury.person("clerk"), "refuse", { reason: "Số tiền chưa khớp hợp đồng", fixes });
    const [first, second] = sampleData.lines;
    treasury.change(
      dossier,
      treasury.person("accountant"),
      { ...sampleData, lines: [first, { ...second, amount: 6_200_000 }] },
      dossier.attachments,
    );
    treasury.act(dossier, treasury.person("accountant"), "resubmit");
    send();
    return opened;
  };
  const show = async (treasury: Parameters<typeof stage>[0], subject: string, locale = "en") => {
    open = stage(treasury, subject, panel, { locale });
    await until(() => find(page().provider, ".decision"), "the panel");
    return open.provider;
  };

  it("given a dossier that was completed, when the clerk opens it, then the changes stand beside what they were, and the fix that nothing answers is marked", async () => {
    const { treasury } = completed();
    const provider = await show(treasury, "clerk");
    const difference = await until(() => find(provider, "fisc-version-difference")?.shadowRoot?.querySelector("section"), "the difference");
    expect(textOf(difference)).to.contain("since version 1 was sent back").and.contain("1 change");
    expect([...difference.querySelectorAll("tbody tr")].map((row) => textOf(row))).to.deep.equal([
      "Lines: Amount, line 2 6,240,000 6,200,000",
    ]);
    expect([...difference.querySelectorAll(".fixes li")].map((row) => [row.className, textOf(row)])).to.deep.equal([
      ["touched", "Amount, line 2: Sửa thành 6.200.000 (changed)"],
      ["same", "Contract (hop-dong.pdf): Đính kèm bản có đủ chữ ký (not changed)"],
    ]);
  });

  it("given a dossier that was never sent back, then there is nothing of it, and no version is asked for", async () => {
    const { treasury } = openTreasury();
    const provider = await show(treasury, "accountant");
    expect(textOf(get(provider, "fisc-version-difference"))).to.equal("");
    expect(page().api.calls).not.to.contain("dossierVersion");
  });

  it("given the earlier version cannot be read, then that is said, and loading again works", async () => {
    const { treasury } = completed();
    open = stage(treasury, "clerk", panel);
    open.api.failNext("dossierVersion", new FiscError("network.offline"));
    const again = await until(() => find(page().provider, "fisc-version-difference")?.shadowRoot?.querySelector("button"), "load again");
    again.click();
    await until(() => find(page().provider, "fisc-version-difference")?.shadowRoot?.querySelector("tbody tr"), "the difference");
  });

  for (const locale of ["vi", "en"]) {
    it(`has no accessibility finding in ${locale}, light and dark`, async () => {
      const { treasury } = completed();
      const provider = await show(treasury, "clerk", locale);
      await until(() => find(provider, "fisc-version-difference")?.shadowRoot?.querySelector("tbody tr"), "the difference");
      await expectAccessible(provider);
    });
  }
});
