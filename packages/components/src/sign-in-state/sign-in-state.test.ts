import { expect } from "@open-wc/testing";
import { html } from "lit";
import "../provider/define.ts";
import "./define.ts";
import { expectAccessible } from "../testing/accessibility.ts";
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

  it("given something else behind the #, then it is left alone", async () => {
    history.replaceState(null, "", "#fisc-sign-in=<script>");
    open = stage(openTreasury().treasury, null, html`<fisc-sign-in-state></fisc-sign-in-state>`);
    const element = get(open.provider, "fisc-sign-in-state");
    await until(() => find(element, "a.button"), "the way in");
    expect(find(element, "[role=alert]")).to.equal(null);
    expect(location.hash).not.to.equal("");
  });
});
