import { expect } from "@open-wc/testing";
import { html, render } from "lit";
import { expectAccessible } from "../testing/accessibility.ts";
import { textOf, until } from "../testing/stage.ts";
import "./define.ts";
import type { FiscNotice, NoticeKind } from "./notice.ts";

const kinds: readonly NoticeKind[] = ["info", "success", "warning", "error"];

describe("fisc-notice", () => {
  let host: HTMLElement;
  beforeEach(() => {
    document.documentElement.lang = "en";
    host = document.createElement("div");
    document.body.append(host);
  });
  afterEach(() => host.remove());

  const show = async (template: unknown): Promise<{ readonly notice: FiscNotice; readonly root: ShadowRoot }> => {
    render(template, host);
    const notice = host.querySelector("fisc-notice") as FiscNotice;
    await until(() => notice.shadowRoot?.querySelector(".box"), "the box");
    return { notice, root: notice.shadowRoot as ShadowRoot };
  };

  it("given each kind, then it is said in words too, before the message", async () => {
    for (const [kind, words] of Object.entries({ info: "Information:", success: "Done:", warning: "Please note:", error: "Error:" })) {
      const { notice } = await show(html`<fisc-notice kind=${kind as NoticeKind} heading="Heading">Message</fisc-notice>`);
      await until(() => textOf(notice).startsWith(`${words} Heading Message`), kind);
    }
  });

  it("given how urgent it is, then it is announced so, and a message without urgency is no live region", async () => {
    const role = async (live: FiscNotice["live"]): Promise<string | null> => {
      const { notice, root } = await show(html`<fisc-notice .live=${live}>Message</fisc-notice>`);
      await notice.updateComplete;
      return root.querySelector(".box")?.getAttribute("role") ?? null;
    };
    expect([await role("polite"), await role("assertive"), await role("")]).to.deep.equal(["status", "alert", null]);
  });

  it("given a page that says no, when it is closed, then it stays; else it hides, and is there again when the page shows it", async () => {
    const { notice, root } = await show(html`<fisc-notice closable>Message</fisc-notice>`);
    const button = root.querySelector("button") as HTMLButtonElement;
    expect(button.getAttribute("aria-label")).to.equal("Close this message");
    notice.addEventListener("fisc-notice-closed", (event) => event.preventDefault(), { once: true });
    button.click();
    expect(notice.hidden).to.equal(false);
    let heard = 0;
    host.addEventListener("fisc-notice-closed", () => heard++);
    button.click();
    expect([notice.hidden, heard, getComputedStyle(notice).display]).to.deep.equal([true, 1, "none"]);
    notice.hidden = false;
    expect(getComputedStyle(notice).display).to.equal("block");
  });

  it("given a keyboard, when it is closed, then the focus is where the person came from; a mouse takes nobody's focus", async () => {
    const { notice, root } = await show(
      html`<button id="before"></button><fisc-notice closable>Message</fisc-notice><button id="other"></button>`,
    );
    const close = root.querySelector("button") as HTMLButtonElement;
    const before = host.querySelector<HTMLElement>("#before") as HTMLElement;
    const other = host.querySelector<HTMLElement>("#other") as HTMLElement;
    before.focus();
    close.focus();
    close.click();
    expect(document.activeElement).to.equal(before);
    notice.hidden = false;
    other.focus();
    close.click();
    expect(document.activeElement).to.equal(other);
  });

  it("given no button to close it, then there is none", async () => {
    const { root } = await show(html`<fisc-notice>Message</fisc-notice>`);
    expect(root.querySelector("button")).to.equal(null);
  });

  it("given every kind at 320 px with a long word and an action, then nothing is against WCAG A and AA, and nothing hangs over", async () => {
    host.style.inlineSize = "20rem";
    await show(
      kinds.map(
        (kind) =>
          html`<fisc-notice kind=${kind} heading=${kind} closable>${"long".repeat(30)}<span slot="actions">Do it</span></fisc-notice>`,
      ),
    );
    await until(() => host.querySelectorAll("fisc-notice").length === kinds.length, "all kinds");
    await Promise.all([...host.querySelectorAll<FiscNotice>("fisc-notice")].map((notice) => notice.updateComplete));
    await expectAccessible(host);
    expect(host.scrollWidth).to.be.at.most(320);
  });
});
