import { expect } from "@open-wc/testing";
import { FiscError } from "@fisc/core";
import { html } from "lit";
import "../provider/define.ts";
import "./define.ts";
import { formatCivilDate } from "../foundation/format.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { find, get, openTreasury, type Stage, stage, textOf, until } from "../testing/stage.ts";

const element = html`<fisc-status-timeline dossier="dossier-1"></fisc-status-timeline>`;

describe("fisc-status-timeline", () => {
  let open: Stage | undefined;
  afterEach(() => open?.remove());
  const page = (): Stage => open ?? expect.fail("nothing is on the page");

  const show = async (treasury: Parameters<typeof stage>[0], subject: string, locale = "en") => {
    open = stage(treasury, subject, element, { locale });
    await until(() => find(page().provider, "ol.steps"), "the steps");
    return open.provider;
  };
  const titles = () => [...get(page().provider, "ol.steps").querySelectorAll(".title")].map((title) => textOf(title));
  const toSubmitted = (opened: ReturnType<typeof openTreasury>) => {
    const { treasury, dossier } = opened;
    treasury.sign(dossier, treasury.person("accountant"), "signAccountant");
    treasury.sign(dossier, treasury.person("head"), "signHead");
    return opened;
  };

  it("given a dossier on its way, then each official step says who, in which role and when, and the last is the current one", async () => {
    const { treasury } = toSubmitted(openTreasury(() => new Date("2026-03-10T07:59:00Z")));
    const provider = await show(treasury, "head");
    expect(titles()).to.deep.equal([
      "Awaits the accountant's signature",
      "Awaits the head's signature",
      "Sent to the office (Current step)",
    ]);
    expect(find(provider, "[aria-current=step]")?.textContent)
      .to.contain("Sign as head")
      .and.contain("Nguyễn Văn Thử, Head of the unit")
      .and.contain("14:59")
      .and.contain("Certificate: Nguyễn Văn Thử");
    expect(textOf(provider)).to.contain("Now with: Clerk");
  });

  it("given an event happens, then it is on the screen within a second and is announced politely", async () => {
    const { treasury, dossier } = openTreasury();
    const provider = await show(treasury, "head");
    treasury.sign(dossier, treasury.person("accountant"), "signAccountant");
    await until(() => titles().length === 2, "the new step", 1_000);
    await until(() => find(provider, "[role=status]")?.textContent?.includes("New step: Awaits the head's signature"), "the announcement");
  });

  it("given the connection breaks, then that is said, and once it is back every missed step is there in order", async () => {
    const { treasury, dossier } = openTreasury();
    const provider = await show(treasury, "head");
    await until(() => treasury.streams.size > 0, "the stream");
    treasury.cutStreams();
    await until(() => textOf(provider).includes("Connection lost"), "the warning");
    toSubmitted({ treasury, dossier });
    treasury.act(dossier, treasury.person("clerk"), "accept");
    expect(titles()).to.have.length(1);
    treasury.restoreStreams();
    await until(() => titles().length === 4, "the missed steps", 1_000);
    expect(textOf(provider)).not.to.contain("Connection lost");
  });

  it("given the stream skips an event, then the gap is filled from the log", async () => {
    const { treasury, dossier } = openTreasury();
    await show(treasury, "head");
    await until(() => treasury.streams.size > 0, "the stream");
    treasury.cut = true;
    treasury.sign(dossier, treasury.person("accountant"), "signAccountant");
    treasury.cut = false;
    treasury.sign(dossier, treasury.person("head"), "signHead");
    await until(() => titles().length === 3, "all steps", 1_000);
  });

  it("given inner steps of the office, then a client sees the official state with the inner steps folded, an officer sees each", async () => {
    const opened = toSubmitted(openTreasury());
    const { treasury, dossier } = opened;
    treasury.act(dossier, treasury.person("clerk"), "accept");
    treasury.act(dossier, treasury.person("clerk"), "forward", { input: { module: "A" } });
    const provider = await show(treasury, "head");
    expect(titles().at(-1)).to.equal("The office is working on it (Current step)");
    expect(find(provider, "summary")?.textContent).to.contain("1 inner step");
    open?.remove();
    await show(treasury, "clerk");
    expect(titles().at(-1)).to.equal("Being checked (Current step)");
  });

  it("given a refusal, then the reason and each thing to put right stand at the step, with its place in words", async () => {
    const { treasury, dossier } = toSubmitted(openTreasury());
    const fixes = [
      { document: "form", at: "lines[1].amount", text: "6.200.000" },
      { document: "file-contract", text: "ký lại" },
    ];
    treasury.act(dossier, treasury.person("clerk"), "refuse", { reason: "Số tiền chưa khớp", fixes });
    const provider = await show(treasury, "accountant");
    expect(textOf(provider))
      .to.contain("Reason: Số tiền chưa khớp")
      .and.contain("Amount (Line 2): 6.200.000")
      .and.contain("Contract (hop-dong.pdf): ký lại")
      .and.contain("The unit has had it for 0 working days so far. The treasury's time limit does not run meanwhile.")
      .and.contain("Sent back 1 time to be completed");
  });

  it("given what officers say to each other on an inner step, then they read it, and the unit sees the step without the words", async () => {
    const { treasury, dossier } = toSubmitted(openTreasury());
    treasury.act(dossier, treasury.person("clerk"), "accept");
    treasury.act(dossier, treasury.person("clerk"), "forward", { input: { module: "A" } });
    const forward = dossier.events.at(-1);
    // The sample's procedure asks for no reason here; a country's may.
    if (forward?.type === "transition")
      dossier.events[dossier.events.length - 1] = { ...forward, detail: { ...forward.detail, reason: "Trình gấp" } };
    const unit = await show(treasury, "head");
    expect(textOf(unit)).to.contain("Forward for approval").and.not.to.contain("Trình gấp");
    open?.remove();
    expect(textOf(await show(treasury, "clerk"))).to.contain("Trình gấp");
  });

  it("given it is somebody's turn, then the timeline says so to them alone, and no longer once they have done their part", async () => {
    const { treasury, dossier } = openTreasury();
    const provider = await show(treasury, "accountant");
    await until(() => find(provider, ".badge.mine"), "your turn");
    treasury.sign(dossier, treasury.person("accountant"), "signAccountant");
    await until(() => !find(provider, ".badge.mine"), "no longer");
    open?.remove();
    const head = await show(treasury, "head");
    expect(textOf(get(head, ".badge.mine"))).to.equal("Your turn");
    open?.remove();
    expect(find(await show(treasury, "clerk"), ".badge.mine")).to.equal(null);
  });

  it("given a deadline runs, then it says the day and the working days left; at the end nothing is due any more", async () => {
    const { treasury, dossier } = toSubmitted(openTreasury());
    treasury.act(dossier, treasury.person("clerk"), "accept");
    const provider = await show(treasury, "head");
    const due = dossier.events.find((event) => event.type === "deadline.started");
    expect(find(provider, ".now")?.textContent).to.contain(
      `Due by ${formatCivilDate(due?.type === "deadline.started" ? due.detail.dueOn : "", "en")}`,
    );
    expect(textOf(get(provider, ".now .badge"))).to.match(/^[23] working days left$/);
    treasury.act(dossier, treasury.person("clerk"), "forward", { input: { module: "A" } });
    treasury.act(dossier, treasury.person("chief"), "approve");
    treasury.act(dossier, "system", "ledger.paid");
    await until(() => titles().at(-1) === "Paid", "the end", 1_000);
    expect(textOf(get(provider, ".now"))).to.equal("Paid Finished");
    expect(textOf(provider)).to.contain("Document made: Debit advice").and.contain("Dossier 2026-000001 was received");
  });

  it("given the log cannot be read, then that is said, and loading again works", async () => {
    const { treasury } = openTreasury();
    open = stage(treasury, "head", element);
    open.api.failNext("events", new FiscError("server"));
    open.api.failNext("events", new FiscError("server"));
    const again = await until(() => find<HTMLButtonElement>(page().provider, "fisc-notice button"), "load again");
    await until(() => textOf(page().provider).includes("The treasury's system has a fault"), "what happened");
    again.click();
    await until(() => find(page().provider, "ol.steps"), "the steps");
  });

  for (const locale of ["vi", "en"]) {
    it(`has no accessibility finding in ${locale}, light and dark`, async () => {
      const { treasury, dossier } = toSubmitted(openTreasury());
      treasury.act(dossier, treasury.person("clerk"), "accept");
      treasury.act(dossier, treasury.person("clerk"), "forward", { input: { module: "A" } });
      await expectAccessible(await show(treasury, "head", locale));
    });
  }
});
