import { expect } from "@open-wc/testing";
import { FiscError } from "@fisc/core";
import { html } from "lit";
import "../dossier-list/define.ts";
import "../provider/define.ts";
import "./define.ts";
import type { BatchEndedEvent } from "./batch-ended-event.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { sampleData } from "../testing/sample-procedure.ts";
import { find, get, openTreasury, type Stage, stage, textOf, until } from "../testing/stage.ts";

describe("fisc-batch-approval", () => {
  let open: Stage | undefined;
  afterEach(() => open?.remove());
  const page = (): Stage => open ?? expect.fail("nothing is on the page");

  /** `count` dossiers that the unit has sent, the first 18.54 million, each next a million more. */
  const sent = (count: number) => {
    const { treasury, dossier } = openTreasury();
    const dossiers = [dossier];
    for (let number = 1; number < count; number += 1) {
      const data = { ...sampleData, total: 18_540_000 + number * 1_000_000 };
      dossiers.push(treasury.create(treasury.person("accountant"), dossier.unit, "test.grant", data));
    }
    for (const one of dossiers) {
      treasury.sign(one, treasury.person("accountant"), "signAccountant");
      treasury.sign(one, treasury.person("head"), "signHead");
    }
    return { treasury, dossiers };
  };
  const show = async ({ treasury, dossiers }: Pick<ReturnType<typeof sent>, "treasury" | "dossiers">, subject: string, locale = "en") => {
    open = stage(treasury, subject, html`<fisc-batch-approval .dossiers=${dossiers}></fisc-batch-approval>`, { locale });
    await until(() => find(page().provider, "[data-run]") ?? find(page().provider, "[data-close]"), "what can be done");
    return open;
  };
  const run = () => get<HTMLButtonElement>(page().provider, "[data-run]");
  const outcomes = () =>
    [...get(page().provider, "table").querySelectorAll("[data-outcome]")].map((one) => one.getAttribute("data-outcome"));
  const ended = () => until(() => find(page().provider, "#result"), "the result");
  const taken = ({ dossiers }: ReturnType<typeof sent>, action: string) =>
    dossiers.map(({ events }) => events.filter((event) => event.type === "transition" && event.detail.action === action).length);

  it("given three dossiers that were sent, when they are accepted together, then exactly those were listed with their count and sum, and each was done once", async () => {
    const all = sent(3);
    const { provider } = await show(all, "clerk");
    expect(textOf(run())).to.equal("Accept: 3 dossiers, ₫58,620,000");
    expect(textOf(get(provider, "tfoot"))).to.contain("₫58,620,000");
    expect(textOf(get(provider, "table")))
      .to.contain("Trường THCS Sông Xanh")
      .and.contain("₫20,540,000");
    const told = new Promise<BatchEndedEvent>((resolve) => provider.addEventListener("fisc-batch-ended", resolve));
    run().click();
    run().click();
    expect(textOf(await ended())).to.contain("all 3 dossiers are done");
    expect(outcomes()).to.deep.equal(["done", "done", "done"]);
    expect(taken(all, "accept")).to.deep.equal([1, 1, 1]);
    expect((await told).done).to.deep.equal(all.dossiers.map(({ id }) => id));
    expect(get(provider, "fisc-batch-approval").shadowRoot?.activeElement?.id).to.equal("result");
  });

  it("given a colleague was quicker with one of them, then that one says so, the others are done, and what is left is looked at anew", async () => {
    const all = sent(3);
    const { provider } = await show(all, "clerk");
    const [, second] = all.dossiers;
    if (second) all.treasury.act(second, { ...all.treasury.person("clerk"), subject: "clerk-2", name: "Vũ Nhanh Tay" }, "accept");
    run().click();
    expect(textOf(await ended())).to.contain("2 of 3 are done. 1 could not be done, 0 were not tried");
    expect(outcomes()).to.deep.equal(["done", "failed", "done"]);
    expect(textOf(get(provider, `[data-dossier=${second?.id}]`))).to.contain("Somebody acted on this dossier before you");
    expect(taken(all, "accept")).to.deep.equal([1, 1, 1]);
    get<HTMLButtonElement>(provider, "[data-left]").click();
    await until(() => find(provider, "[data-choice=module]"), "what can be done with the one that is left");
    expect(textOf(run())).to.equal("Forward for approval: 1 dossier, ₫19,540,000");
  });

  it("given the network breaks, then nothing after it is tried, and an answer that was lost is not asked for twice", async () => {
    const all = sent(3);
    const { provider, api } = await show(all, "clerk");
    api.failNext("act", new FiscError("network.timeout"), "after");
    run().click();
    await ended();
    expect(outcomes()).to.deep.equal(["failed", "untried", "untried"]);
    expect(taken(all, "accept")).to.deep.equal([1, 0, 0]);
    get<HTMLButtonElement>(provider, "[data-left]").click();
    await until(() => find(provider, "[data-run]")?.textContent?.includes("Accept: 2 dossiers"), "the two that were not done");
    expect(textOf(provider)).to.contain("1 dossier is left out");
    run().click();
    await ended();
    expect(taken(all, "accept")).to.deep.equal([1, 1, 1]);
  });

  it("given a choice is needed, when it is not made, then it is asked for and nothing is sent; once made it goes with each", async () => {
    const all = sent(2);
    for (const one of all.dossiers) all.treasury.act(one, all.treasury.person("clerk"), "accept");
    const { provider, api } = await show(all, "clerk");
    run().click();
    await until(() => find(provider, ".fault"), "the fault");
    expect((get(provider, "fisc-batch-approval").shadowRoot?.activeElement as HTMLElement | null)?.dataset["choice"]).to.equal("module");
    expect(api.calls).not.to.contain("act");
    get<HTMLInputElement>(provider, "[data-choice=module][value=B]").click();
    run().click();
    await ended();
    for (const { events } of all.dossiers) {
      const last = events.at(-1);
      expect(last?.type === "transition" && last.detail.input).to.deep.equal({ module: "B" });
    }
  });

  it("given dossiers to sign, when one window is closed, then what was signed before counts and the rest is not asked for", async () => {
    const { treasury, dossier } = openTreasury();
    const second = treasury.create(treasury.person("accountant"), dossier.unit, "test.grant", sampleData);
    const { provider, signing } = await show({ treasury, dossiers: [dossier, second] }, "accountant");
    expect(textOf(provider)).to.contain("one after the other");
    const { sign } = signing;
    let windows = 0;
    signing.sign = (input, signal) => {
      windows += 1;
      if (windows === 2) signing.failure = new FiscError("user.cancelled");
      return sign.call(signing, input, signal);
    };
    run().click();
    expect(textOf(await ended())).to.contain("1 of 2 are done");
    expect(outcomes()).to.deep.equal(["done", "failed"]);
    expect(dossier.events.filter(({ type }) => type === "signature.added")).to.have.length(1);
    expect(second.events.filter(({ type }) => type === "signature.added")).to.have.length(0);
  });

  it("given the wish to stop, then the one under way is finished and the next is not begun", async () => {
    const all = sent(3);
    const { provider, api } = await show(all, "clerk");
    const { act } = api;
    let free = (): void => {};
    const held = new Promise<void>((resolve) => (free = resolve));
    Object.assign(api, {
      act: async (...args: Parameters<typeof act>) => {
        await held;
        return act(...args);
      },
    });
    run().click();
    (await until(() => find<HTMLButtonElement>(provider, "[data-stop]"), "the button that stops")).click();
    await until(() => find(provider, "[data-stop][aria-disabled=true]"), "it was heard");
    free();
    await ended();
    expect(outcomes()).to.deep.equal(["done", "untried", "untried"]);
  });

  it("given nothing of it is open to somebody, then there is no button that does it, and it says where refusals are made", async () => {
    const { treasury, dossier } = openTreasury();
    const { provider } = await show({ treasury, dossiers: [dossier] }, "head");
    expect(textOf(provider)).to.contain("Nothing can be done to these together now");
  });

  it("given a list that offers it, when dossiers are chosen there, then they are decided on in its place, and the way back leads to the list", async () => {
    const { treasury } = sent(3);
    open = stage(treasury, "clerk", html`<fisc-dossier-list batch href-template="dossier.html?id={id}"></fisc-dossier-list>`);
    const { provider } = open;
    const all = await until(() => find<HTMLInputElement>(provider, "[data-choose=all]"), "the choice of all");
    all.click();
    await until(() => textOf(provider).includes("3 dossiers chosen"), "all chosen");
    get<HTMLInputElement>(provider, "tbody [data-choose]").click();
    await until(() => textOf(provider).includes("2 dossiers chosen"), "one less");
    expect(get<HTMLInputElement>(provider, "[data-choose=all]").indeterminate).to.equal(true);
    get<HTMLButtonElement>(provider, "[data-decide]").click();
    (await until(() => find<HTMLButtonElement>(provider, "[data-run]"), "the batch")).click();
    await ended();
    get<HTMLButtonElement>(provider, "[data-close]").click();
    await until(() => find(provider, "tbody tr [data-choose]"), "the list");
    await until(
      () =>
        provider.textContent !== null &&
        [...get(provider, "tbody").children].filter((row) => row.textContent?.includes("Received")).length === 2,
      "both as they are now",
    );
    expect(textOf(provider)).not.to.contain("chosen");
  });

  for (const locale of ["vi", "en"]) {
    it(`has no accessibility finding in ${locale}, light and dark, before and after`, async () => {
      const all = sent(2);
      const { provider } = await show(all, "clerk", locale);
      await expectAccessible(provider);
      const [first] = all.dossiers;
      if (first) all.treasury.act(first, all.treasury.person("clerk"), "accept");
      run().click();
      await ended();
      await expectAccessible(provider);
    });
  }
});
