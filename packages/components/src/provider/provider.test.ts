import { expect } from "@open-wc/testing";
import { html } from "lit";
import "./define.ts";
import "../notice/define.ts";
import "../sign-in-state/define.ts";
import { FiscError } from "@fisc/core";
import type { StreamState } from "../foundation/event-stream.ts";
import { FiscElement } from "../foundation/fisc-element.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { find, get, openTreasury, type Stage, stage, textOf, until } from "../testing/stage.ts";

class Probe extends FiscElement {
  readonly states: StreamState[] = [];
  stop: (() => void) | undefined;
  get given() {
    return this.environment.value;
  }
  listen(): void {
    this.stop = this.environment.stream?.subscribe({ onState: (state) => this.states.push(state) });
  }
}
customElements.define("fisc-test-environment-probe", Probe);

describe("fisc-provider", () => {
  let open: Stage | undefined;
  afterEach(() => open?.remove());
  const page = (): Stage => open ?? expect.fail("nothing is on the page");
  const probes = html`<fisc-test-environment-probe></fisc-test-environment-probe
    ><fisc-test-environment-probe></fisc-test-environment-probe>`;
  const all = () => [...page().provider.querySelectorAll<Probe>("fisc-test-environment-probe")] as [Probe, Probe];

  it("given a session, then elements below learn of it, and the page hears who signed in", async () => {
    const { treasury } = openTreasury();
    open = stage(treasury, "head", probes);
    const [probe] = all();
    await until(() => probe.given?.session?.subject === "head", "the session");
    expect(probe.given?.locale).to.equal("en");
  });

  it("given two elements that listen, then one connection serves both, and it closes with the last", async () => {
    const { treasury } = openTreasury();
    open = stage(treasury, "head", probes);
    const [one, two] = all();
    await until(() => one.given?.session, "the session");
    one.listen();
    two.listen();
    await until(() => two.states.includes("open"), "open");
    expect(treasury.streams.size).to.equal(1);
    one.stop?.();
    expect(treasury.streams.size).to.equal(1);
    two.stop?.();
    expect(treasury.streams.size).to.equal(0);
  });

  it("given another person signed in elsewhere, when the window gets the focus, then the session and the stream are the new person's", async () => {
    const { treasury } = openTreasury();
    open = stage(treasury, "head", probes);
    const [probe] = all();
    await until(() => probe.given?.session?.subject === "head", "the session");
    probe.listen();
    open.api.become("clerk");
    window.dispatchEvent(new Event("focus"));
    await until(() => probe.given?.session?.subject === "clerk", "the new session");
    await until(
      () => [...treasury.streams].every(({ person }) => person.subject === "clerk") && treasury.streams.size === 1,
      "the new stream",
    );
  });

  it("given the gateway cannot be reached for a moment, then nobody is signed out by that", async () => {
    const { treasury } = openTreasury();
    open = stage(treasury, "head", probes);
    const [probe] = all();
    await until(() => probe.given?.session?.subject === "head", "the session");
    open.api.failNext("session", new FiscError("network.offline"));
    await open.provider.refreshSession();
    expect(probe.given?.session?.subject).to.equal("head");
  });

  it("given an element is on the page before the provider is defined there, then it still gets the environment", async () => {
    const { treasury } = openTreasury();
    const probe = document.createElement("fisc-test-environment-probe") as Probe;
    open = stage(treasury, "head", html``);
    open.provider.append(probe);
    await until(() => probe.given?.session?.subject === "head", "the session");
  });
});

describe("fisc-sign-in-state", () => {
  let open: Stage | undefined;
  afterEach(() => open?.remove());
  const page = (): Stage => open ?? expect.fail("nothing is on the page");
  const element = html`<fisc-sign-in-state procedure="test.grant" return-to="https://portal.invalid/"></fisc-sign-in-state>`;

  it("says name, role and unit, and after signing out offers to sign in", async () => {
    const { treasury } = openTreasury();
    open = stage(treasury, "head", element);
    await until(() => textOf(page().provider).includes("Head of the unit · Trường THCS Sông Xanh (1999901)"), "who");
    get<HTMLButtonElement>(open.provider, "button").click();
    const link = await until(() => find<HTMLAnchorElement>(page().provider, "a"), "sign in");
    expect(link.href).to.contain("return_to=https%3A%2F%2Fportal.invalid%2F");
  });

  it("says so when signing out fails, and the person stays signed in", async () => {
    const { treasury } = openTreasury();
    open = stage(treasury, "head", element);
    await until(() => find(page().provider, "button"), "sign out");
    open.api.failNext("signOut", new FiscError("network.offline"));
    get<HTMLButtonElement>(open.provider, "button").click();
    await until(() => textOf(page().provider).includes("cannot be reached"), "the failure");
    expect(textOf(open.provider)).to.contain("Nguyễn Văn Thử");
  });

  for (const locale of ["vi", "en"]) {
    it(`has no accessibility finding in ${locale}, light and dark`, async () => {
      const { treasury } = openTreasury();
      open = stage(treasury, "head", html`${element}<fisc-notice kind="warning" heading="A" closable>B</fisc-notice>`, { locale });
      await until(() => find(page().provider, "button"), "sign out");
      await expectAccessible(open.provider);
    });
  }
});
