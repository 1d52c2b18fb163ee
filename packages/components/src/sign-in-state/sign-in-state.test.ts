import { FiscError } from "@fisc/core";
import type { SessionRemains } from "@fisc/core/api";
import { createDraftStore, keptDrafts } from "@fisc/core/drafts";
import { expect } from "@open-wc/testing";
import { html } from "lit";
import "../provider/define.ts";
import "./define.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { SessionWatch, type Ending } from "./session-watch.ts";
import { find, get, openTreasury, type Stage, stage, textOf, until } from "../testing/stage.ts";

describe("fisc-sign-in-state", () => {
  let open: Stage | undefined;
  afterEach(() => {
    open?.remove();
    history.replaceState(null, "", location.pathname + location.search);
  });

  it("given a sign-in that the gateway refused, when the browser comes back, then the person reads why, once, and can try again", async () => {
    history.replaceState(null, "", "#fisc-sign-in=session.not-registered");
    open = stage(openTreasury().treasury, null, html`<fisc-sign-in-state></fisc-sign-in-state>`);
    const element = get(open.provider, "fisc-sign-in-state");
    const alert = await until(() => find(element, "[role=alert]"), "the alert");
    await until(() => /not on the treasury.s register/.test(textOf(alert)), "the reason");
    expect(find(element, "a.button")).not.to.equal(null);
    expect(location.hash, "a reload does not say it again").to.equal("");
    await expectAccessible(open.provider);
  });

  it("given a keyboard on the way out, when the person is signed out, then the focus is on the way in", async () => {
    open = stage(openTreasury().treasury, "accountant", html`<fisc-sign-in-state></fisc-sign-in-state>`);
    const element = get(open.provider, "fisc-sign-in-state");
    const leave = await until(() => find<HTMLButtonElement>(element, "button"), "the way out");
    leave.focus();
    leave.click();
    const enter = await until(() => find(element, "a.button"), "the way in");
    await until(() => element.shadowRoot?.activeElement === enter, "the focus on it");
  });

  it("given a computer that others use, when a person with a draft signs out, then they are asked, and what they delete is gone", async () => {
    const database = `test ${crypto.randomUUID()}`;
    const kept = { database, subject: "accountant" };
    const store = createDraftStore(kept);
    const draft = { id: "d", subject: "accountant", submission: "s", procedure: "p", procedureVersion: 1, attachments: [], tab: "t" };
    await store.save({ ...draft, data: { account: "1" } }, 0);
    await store.close();
    const content = html`<fisc-sign-in-state shared database=${database}></fisc-sign-in-state>`;
    open = stage(openTreasury().treasury, "accountant", content);
    const element = get(open.provider, "fisc-sign-in-state");
    const press = async (name: RegExp): Promise<void> => {
      const buttons = (): HTMLButtonElement[] => [...(element.shadowRoot?.querySelectorAll("button") ?? [])];
      (await until(() => buttons().find((one) => name.test(one.textContent ?? "")), String(name))).click();
    };
    await press(/^\s*Sign out/);
    await until(() => textOf(element).includes("1 draft of yours is kept"), "the question");
    await expectAccessible(open.provider);
    await press(/Stay/);
    await until(() => find(element, "dialog") === null, "the question to go");
    expect(open.api.calls).not.to.include("signOut");
    expect((await keptDrafts(kept)).drafts).to.have.length(1);
    await press(/^\s*Sign out/);
    await press(/Delete/);
    await until(() => find(element, "a.button"), "the way in");
    expect((await keptDrafts(kept)).drafts).to.deep.equal([]);
  });

  it("given something else behind the #, then it is left alone", async () => {
    history.replaceState(null, "", "#fisc-sign-in=<script>");
    open = stage(openTreasury().treasury, null, html`<fisc-sign-in-state></fisc-sign-in-state>`);
    const element = get(open.provider, "fisc-sign-in-state");
    await until(() => find(element, "a.button"), "the way in");
    expect(find(element, "[role=alert]")).to.equal(null);
    expect(location.hash).not.to.equal("");
  });

  describe("before the session ends", () => {
    const show = (remains: SessionRemains, watchAfter = 1, locale = "en") => {
      open = stage(openTreasury().treasury, "accountant", html`<fisc-sign-in-state watch-after=${watchAfter}></fisc-sign-in-state>`, {
        locale,
      });
      open.api.remains = remains;
      return { element: get(open.provider, "fisc-sign-in-state"), api: open.api };
    };

    it("given time enough, then nothing is said", async () => {
      const { element, api } = show({ seconds: 301, extendable: true });
      await until(() => api.calls.includes("sessionRemaining"), "the question");
      await until(() => find(element, "button"), "who is signed in");
      expect(find(element, "[role=alert]")).to.equal(null);
    });

    it("given five minutes, then the person is told the moment, stays by one press, and the focus is not lost", async () => {
      const { element, api } = show({ seconds: 299, extendable: true });
      const stay = await until(() => find<HTMLButtonElement>(element, "button.stay"), "the warning");
      await until(() => /signed out at \d\d:\d\d/.test(textOf(get(element, "[role=alert]"))), "the moment");
      const before = api.calls.filter((call) => call === "session").length;
      api.remains = { seconds: 1_800, extendable: true };
      stay.focus();
      stay.click();
      await until(() => find(element, "[role=alert]") === null, "that it is gone");
      expect(api.calls.filter((call) => call === "session").length, "a use of the session").to.equal(before + 1);
      expect(element.shadowRoot?.activeElement).not.to.equal(null);
    });

    it("given a gateway that cannot be reached when the person stays, then they read it and the warning is still there", async () => {
      const { element, api } = show({ seconds: 60, extendable: true });
      const stay = await until(() => find<HTMLButtonElement>(element, "button.stay"), "the warning");
      api.failNext("session", new FiscError("network.offline"));
      stay.click();
      await until(() => find(element, ".error"), "the failure");
      expect(find(element, "button.stay")).not.to.equal(null);
    });

    it("given a session that cannot be prolonged, then the way in again opens beside the page, where what was typed stays", async () => {
      const { element } = show({ seconds: 60, extendable: false });
      const link = await until(() => find<HTMLAnchorElement>(element, ".ending a"), "the way in");
      expect(link.target).to.equal("_blank");
      expect(find(element, "button.stay")).to.equal(null);
    });

    it("given a session that has ended meanwhile, then the page shows that nobody is signed in", async () => {
      const { element, api } = show({ seconds: 0, extendable: true });
      await until(() => find(element, "button.stay"), "the warning");
      api.become(null);
      await until(() => textOf(element).includes("Not signed in"), "that nobody is signed in");
    });

    for (const locale of ["en", "vi"])
      it(`has no accessibility finding in ${locale}, light and dark`, async () => {
        const { element } = show({ seconds: 60, extendable: true }, 1, locale);
        await until(() => find(element, "button.stay"), "the warning");
        await until(() => textOf(get(element, "button.stay")) !== "", "its words");
        await expectAccessible(element);
      });
  });
});

describe("watching over a session", () => {
  const watched = (answers: readonly (SessionRemains | null | Error)[]) => {
    const seen: (Ending | "ended" | null)[] = [];
    let asked = 0;
    const watch = new SessionWatch(
      {
        sessionRemaining: async () => {
          const answer = answers[Math.min(asked++, answers.length - 1)];
          if (answer instanceof Error) throw answer;
          return answer ?? null;
        },
      },
      (ending) => seen.push(ending),
    );
    return { watch, seen, asked: () => asked };
  };

  it("given the last second, then it looks again when that is over, and says once that it has ended", async () => {
    const { watch, seen } = watched([{ seconds: 0, extendable: true }, null]);
    await watch.look();
    await until(() => seen.at(-1) === "ended", "the end");
    expect(seen.length).to.equal(2);
    watch.stop();
  });

  it("given no answer, then nobody is alarmed; stopped while it asks, it says nothing", async () => {
    const silent = watched([new Error("offline")]);
    await silent.watch.look();
    silent.watch.stop();
    expect(silent.seen).to.deep.equal([]);
    const stopped = watched([{ seconds: 10, extendable: true }]);
    const looking = stopped.watch.look();
    stopped.watch.stop();
    await looking;
    expect(stopped.seen).to.deep.equal([]);
  });
});
