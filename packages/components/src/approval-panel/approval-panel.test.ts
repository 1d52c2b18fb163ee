import { expect } from "@open-wc/testing";
import { ApiRegimeError } from "@fisc/core/api";
import { FiscError } from "@fisc/core";
import { html } from "lit";
import "../provider/define.ts";
import "./define.ts";
import type { ActionDoneEvent } from "./action-done-event.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { find, get, openTreasury, type Stage, stage, textOf, until } from "../testing/stage.ts";

const panel = html`<fisc-approval-panel dossier="dossier-1" extension-url="https://portal.invalid/extension"></fisc-approval-panel>`;

describe("fisc-approval-panel", () => {
  let open: Stage | undefined;
  afterEach(() => open?.remove());
  const page = (): Stage => open ?? expect.fail("nothing is on the page");

  const show = async (treasury: Parameters<typeof stage>[0], subject: string, options?: Parameters<typeof stage>[3]) => {
    open = stage(treasury, subject, panel, options);
    await until(() => find(page().provider, ".decision"), "the panel");
    return open;
  };
  const button = (action: string) => until(() => find<HTMLButtonElement>(page().provider, `[data-action="${action}"]`), `button ${action}`);
  const result = (kind: string) => until(() => find(page().provider, `fisc-notice#result[kind=${kind}]`), `${kind} notice`);
  const type = (selector: string, text: string) => {
    const control = get<HTMLTextAreaElement>(page().provider, selector);
    control.value = text;
    control.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  };
  const submit = () => get<HTMLFormElement>(page().provider, "form").requestSubmit();

  it("given a dossier that awaits the accountant, when she signs, then the extension gets the data and files, the signature is handed in once, and she is told", async () => {
    const { treasury, dossier } = openTreasury();
    const { provider, signing } = await show(treasury, "accountant");
    const done = new Promise<ActionDoneEvent>((resolve) => provider.addEventListener("fisc-action-done", resolve));
    (await button("signAccountant")).click();
    expect((await done).dossier.state).to.equal("awaitingHead");
    await result("success");
    expect(signing.asked).to.have.length(1);
    expect(Object.keys(signing.asked[0]?.files ?? {})).to.deep.equal(["file-contract"]);
    expect(signing.asked[0]?.request.document).to.deep.equal(dossier.data);
    expect(dossier.events.filter(({ type }) => type === "signature.added")).to.have.length(1);
    expect(textOf(provider)).to.contain("Nothing for you to do here now").and.contain("Head of the unit");
  });

  it("given a double click, then one signing is asked for and one signature is made", async () => {
    const { treasury, dossier } = openTreasury();
    const { signing } = await show(treasury, "accountant");
    const sign = await button("signAccountant");
    sign.click();
    sign.click();
    await result("success");
    expect(signing.asked).to.have.length(1);
    expect(dossier.events.filter(({ type }) => type === "signature.added")).to.have.length(1);
  });

  it("given no extension, when the accountant signs, then nothing is requested, and she learns where to get it", async () => {
    const { treasury } = openTreasury();
    const { provider, signing, api } = await show(treasury, "accountant");
    signing.installed = false;
    (await button("signAccountant")).click();
    const notice = await result("error");
    expect(textOf(notice)).to.contain("extension is not installed");
    get(provider, "a[href='https://portal.invalid/extension']");
    expect(api.calls).not.to.contain("signingRequest");
  });

  it("given a wrong PIN, then the panel says what to do and asks the extension no second time by itself", async () => {
    const { treasury, dossier } = openTreasury();
    const { signing, api } = await show(treasury, "accountant");
    signing.failure = new FiscError("pin.wrong");
    (await button("signAccountant")).click();
    expect(textOf(await result("error"))).to.contain("The PIN is wrong");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(signing.asked).to.have.length(1);
    expect(api.calls).not.to.contain("addSignature");
    expect(dossier.events).to.have.length(1);
  });

  it("given the trusted window is open, when the person stops signing, then nothing is handed in and the button is back", async () => {
    const { treasury, dossier } = openTreasury();
    const { provider, signing } = await show(treasury, "accountant");
    signing.waits = true;
    (await button("signAccountant")).click();
    await until(() => find(provider, ".steps .current")?.textContent?.includes("signing window"), "the window step");
    get<HTMLButtonElement>(provider, ".decision .buttons button").click();
    expect(textOf(await result("error"))).to.contain("You stopped signing");
    await button("signAccountant");
    expect(dossier.events).to.have.length(1);
  });

  it("given a keyboard on the button that signs, when the steps of the signing take its place, then the focus is on the heading above them", async () => {
    const { treasury } = openTreasury();
    const { provider, signing } = await show(treasury, "accountant");
    signing.waits = true;
    const sign = await button("signAccountant");
    sign.focus();
    sign.click();
    await until(() => find(provider, ".steps .current"), "the steps");
    expect(get(provider, "fisc-approval-panel").shadowRoot?.activeElement?.id).to.equal("heading");
    get<HTMLButtonElement>(provider, ".decision .buttons button").click();
    await result("error");
  });

  it("given the answer to a signature is lost, when the person sends again, then nobody signs twice and the log has one signature", async () => {
    const { treasury, dossier } = openTreasury();
    const { provider, signing, api } = await show(treasury, "accountant");
    api.failNext("addSignature", new FiscError("network.timeout"), "after");
    (await button("signAccountant")).click();
    await result("error");
    (await until(() => find<HTMLButtonElement>(provider, "[data-again]"), "send again")).click();
    await result("success");
    expect(signing.asked).to.have.length(1);
    expect(dossier.events.filter(({ type }) => type === "signature.added")).to.have.length(1);
  });

  describe("at the office", () => {
    const sent = () => {
      const opened = openTreasury();
      const { treasury, dossier } = opened;
      treasury.sign(dossier, treasury.person("accountant"), "signAccountant");
      treasury.sign(dossier, treasury.person("head"), "signHead");
      return opened;
    };

    it("given a refusal without reason or fix, then each fault is named, focus goes to the first, and nothing is sent", async () => {
      const { treasury } = sent();
      const { provider, api } = await show(treasury, "clerk");
      (await button("refuse")).click();
      await until(() => find(provider, "#reason"), "the reason");
      submit();
      await until(() => find(provider, ".fault"), "a fault");
      expect(textOf(provider)).to.contain("Enter a reason of at least 10 characters").and.contain("Name at least one thing to put right");
      const form = get(provider, "fisc-reason-form");
      expect(form.shadowRoot?.activeElement?.id).to.equal("reason");
      expect(api.calls).not.to.contain("act");
    });

    it("given a reason and fixes for a line of the form and for the contract, then all of it is in the log, each bound to its document", async () => {
      const { treasury, dossier } = sent();
      const { provider } = await show(treasury, "clerk");
      (await button("refuse")).click();
      await until(() => find(provider, "#reason"), "the reason");
      type("#reason", "Số tiền dòng 2 chưa khớp hợp đồng");
      get<HTMLButtonElement>(provider, "[data-add=form]").click();
      const place = await until(() => find<HTMLSelectElement>(provider, "select"), "the place");
      place.value = "lines[].amount";
      place.dispatchEvent(new Event("change"));
      await until(() => find(provider, "[id='fix.1.row']"), "the line");
      type("[id='fix.1.row']", "2");
      type("[id='fix.1.text']", "Sửa thành 6.200.000");
      get<HTMLButtonElement>(provider, "[data-add='file-contract']").click();
      await until(() => find(provider, "[id='fix.2.text']"), "the second fix");
      type("[id='fix.2.text']", "Đính kèm bản có đủ chữ ký");
      submit();
      await result("success");
      const last = dossier.events.find((event) => event.type === "transition" && event.detail.action === "refuse");
      expect(last?.type === "transition" && last.detail.fixes).to.deep.equal([
        { document: "form", at: "lines[1].amount", text: "Sửa thành 6.200.000" },
        { document: "file-contract", text: "Đính kèm bản có đủ chữ ký" },
      ]);
    });

    it("given another clerk was quicker, when this one accepts, then the conflict is explained with what changed, and the action is not done", async () => {
      const { treasury, dossier } = sent();
      treasury.cutStreams();
      const { provider } = await show(treasury, "clerk");
      treasury.act(dossier, { ...treasury.person("clerk"), subject: "clerk-2", name: "Vũ Nhanh Tay" }, "accept");
      (await button("accept")).click();
      expect(textOf(await result("error"))).to.contain("Somebody acted on this dossier before you");
      await until(() => textOf(provider).includes("Vũ Nhanh Tay (Clerk)"), "what changed");
      await button("forward");
      expect(dossier.events.filter((event) => event.type === "transition" && event.detail.action === "accept")).to.have.length(1);
    });

    it("given a reason half written, when somebody else moves the dossier on, then the panel says so live", async () => {
      const { treasury, dossier } = sent();
      const { provider } = await show(treasury, "clerk");
      (await button("refuse")).click();
      await until(() => find(provider, "#reason"), "the reason");
      treasury.act(dossier, { ...treasury.person("clerk"), subject: "clerk-2", name: "Vũ Nhanh Tay" }, "accept");
      await until(() => textOf(provider).includes("The dossier has just changed"), "the change", 1_000);
      expect(find(provider, "#reason")).to.equal(null);
    });

    it("given a choice is needed, then it is asked for and sent", async () => {
      const { treasury, dossier } = sent();
      treasury.act(dossier, treasury.person("clerk"), "accept");
      const { provider } = await show(treasury, "clerk");
      (await button("forward")).click();
      const second = await until(() => find<HTMLInputElement>(provider, "input[type=radio][value=B]"), "the choice");
      second.click();
      submit();
      await result("success");
      const last = dossier.events.at(-1);
      expect(last?.type === "transition" && last.detail.input).to.deep.equal({ module: "B" });
    });

    it("given the session ran out, when the same person signs in elsewhere and comes back, then the reason is still there and is sent once", async () => {
      const { treasury, dossier } = sent();
      const { provider, api } = await show(treasury, "clerk");
      (await button("refuse")).click();
      await until(() => find(provider, "#reason"), "the reason");
      type("#reason", "Thiếu chữ ký ở trang 2");
      get<HTMLButtonElement>(provider, "[data-add='file-contract']").click();
      await until(() => find(provider, "[id='fix.1.text']"), "the fix");
      type("[id='fix.1.text']", "Ký lại trang 2");
      api.become(null);
      submit();
      expect(textOf(await result("error"))).to.contain("Your session has ended");
      await until(() => provider.environment?.session === null, "signed out");
      api.become("clerk");
      window.dispatchEvent(new Event("focus"));
      await until(() => provider.environment?.session?.subject === "clerk", "signed in again");
      expect(get<HTMLTextAreaElement>(provider, "#reason").value).to.equal("Thiếu chữ ký ở trang 2");
      get<HTMLButtonElement>(provider, "[data-again]").click();
      await result("success");
      expect(dossier.events.filter((event) => event.type === "transition" && event.detail.action === "refuse")).to.have.length(1);
    });

    it("given somebody signs out, then nothing of the dossier stays on the screen", async () => {
      const { treasury } = sent();
      const { provider, api } = await show(treasury, "clerk");
      api.become(null);
      window.dispatchEvent(new Event("focus"));
      await until(() => !find(provider, ".decision"), "an empty panel");
      expect(textOf(provider)).not.to.contain("18,540,000");
    });

    it("given the four-eyes rule refuses, then the person learns who must act instead", async () => {
      const { treasury, dossier } = sent();
      treasury.act(dossier, treasury.person("clerk"), "accept");
      treasury.act(dossier, treasury.person("clerk"), "forward", { input: { module: "A" } });
      const { api } = await show(treasury, "chief");
      api.failNext("act", new FiscError("workflow.same-actor", { action: "approve" }));
      (await button("approve")).click();
      expect(textOf(await result("error"))).to.contain("four-eyes rule");
    });

    it("given somebody who accepted the dossier and could approve it too, then the panel says why that is a colleague's, before anything is pressed", async () => {
      const { treasury, dossier } = sent();
      treasury.act(dossier, { ...treasury.person("chief"), roles: ["office.clerk"] }, "accept");
      treasury.act(dossier, treasury.person("clerk"), "forward", { input: { module: "A" } });
      const { provider } = await show(treasury, "chief");
      expect(find(provider, "[data-action=approve]")).to.equal(null);
      expect(textOf(get(provider, ".four-eyes")))
        .to.contain("You did “Accept” on this version")
        .and.contain("a colleague has to do “Approve”");
    });

    it("given rules that changed since the dossier was made, then the person learns which now apply, what they ask for, and that nothing is lost", async () => {
      const { treasury, dossier } = sent();
      treasury.act(dossier, treasury.person("clerk"), "accept");
      treasury.act(dossier, treasury.person("clerk"), "forward", { input: { module: "A" } });
      const { api, provider } = await show(treasury, "chief");
      const missing = {
        rule: "attachment.required",
        severity: "error",
        at: "attachments.contract",
        message: "attachment.required",
        params: {},
      } as const;
      api.failNext("act", new ApiRegimeError({ from: "earlier", to: "later" }, [missing]));
      (await button("approve")).click();
      const told = await result("error");
      expect(textOf(told)).to.contain("regime.later now apply").and.to.contain("nothing is lost").and.to.contain("Contract");
      await expectAccessible(provider);
    });

    for (const locale of ["vi", "en"]) {
      it(`has no accessibility finding in ${locale}, light and dark, also with the faults of a refusal shown`, async () => {
        const { treasury } = sent();
        const { provider } = await show(treasury, "clerk", { locale });
        await expectAccessible(provider);
        (await button("refuse")).click();
        await until(() => find(provider, "#reason"), "the reason");
        get<HTMLButtonElement>(provider, "[data-add=form]").click();
        await until(() => find(provider, "select"), "the place");
        submit();
        await until(() => find(provider, ".fault"), "a fault");
        await expectAccessible(provider);
      });
    }
  });

  it("given a dossier of another unit, then it is as if there were none", async () => {
    const { treasury } = openTreasury();
    open = stage(treasury, "stranger", panel);
    await until(() => textOf(page().provider).includes("was not found"), "not found");
  });

  it("given nobody is signed in, then nothing of the dossier is asked for", async () => {
    const { treasury } = openTreasury();
    open = stage(treasury, null, panel);
    await until(() => textOf(page().provider).includes("Please sign in"), "sign in first");
    expect(open.api.calls).not.to.contain("dossier");
  });
});
