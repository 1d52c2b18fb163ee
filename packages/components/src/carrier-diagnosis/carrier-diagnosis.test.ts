import { CARRIER_STATES, FiscError, type CarrierFinding } from "@fisc/core";
import { expect } from "@open-wc/testing";
import { html } from "lit";
import en from "../locales/en/carrier.ts";
import vi from "../locales/vi/carrier.ts";
import "../provider/define.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { find, get, openTreasury, stage, textOf, until, type Stage } from "../testing/stage.ts";
import { chainOf, exportOf, LINKS, verdictOf, type Found } from "./chain.ts";
import "./define.ts";

const good: readonly CarrierFinding[] = [
  { link: "host", state: "ok" },
  { link: "driver", state: "ok" },
  { link: "token", state: "ok" },
  { link: "certificate", state: "ok" },
];
const found = (findings: readonly CarrierFinding[], more: Partial<Found> = {}): Found => ({
  secure: true,
  answer: { version: "0.1.0", diagnosis: { granted: true, findings } },
  ahead: 0,
  ...more,
});
const told = (what: Found): string =>
  chainOf(what)
    .map(({ link, state, fault }) => `${link} ${state}${fault === undefined ? "" : ` ${fault}`}`)
    .join(", ");

describe("the chain from page to certificate", () => {
  it("given all in order, then the computer is ready; a clock that nobody could tell does not keep it from that", () => {
    expect(verdictOf(chainOf(found(good))).kind).to.equal("ready");
    expect(verdictOf(chainOf({ secure: true, answer: found(good).answer })).kind).to.equal("ready");
    expect(chainOf(found(good)).map(({ link }) => link)).to.deep.equal([...LINKS]);
  });

  it("given a broken link, then it is the one to mend, and those behind it were not looked at", () => {
    expect(
      told(
        found([
          { link: "host", state: "ok" },
          { link: "driver", state: "changed" },
        ]),
      ),
    ).to.equal("page ok, extension ok, permission ok, host ok, driver broken changed, token waiting, certificate waiting, clock ok");
    expect(told(found(good, { secure: false }))).to.match(/^page broken insecure, extension waiting, .*certificate waiting, clock ok$/);
    expect(told(found(good, { answer: { failure: "extension.missing" } }))).to.match(
      /^page ok, extension broken missing, permission waiting/,
    );
  });

  it("given no permission, then what the site may not know is hidden, and never said to be in order", () => {
    const lines = chainOf(found([], { answer: { version: "0.1.0", diagnosis: { granted: false, findings: [] } } }));
    expect(lines.map(({ state }) => state)).to.deep.equal(["ok", "ok", "warning", "hidden", "hidden", "hidden", "hidden", "ok"]);
    expect(verdictOf(lines).kind).to.equal("partly");
  });

  it("given an extension that stops in the middle without a reason, then the rest is unknown and the computer is not called ready", () => {
    expect(verdictOf(chainOf(found(good.slice(0, 2)))).kind).to.equal("partly");
    expect(verdictOf(chainOf(found([]))).kind).to.equal("partly");
  });

  it("given the last try before the carrier locks, then one can sign and is warned", () => {
    const lines = chainOf(found([...good.slice(0, 2), { link: "token", state: "final-try" }, { link: "certificate", state: "ok" }]));
    expect(lines.find(({ link }) => link === "token")?.state).to.equal("warning");
    expect(verdictOf(lines).kind).to.equal("ready");
  });

  it("given a clock that is wrong by more than two minutes, ahead or behind, then it is the clock", () => {
    for (const ahead of [-119_000, 0, 119_000]) expect(told(found(good, { ahead }))).to.contain("clock ok");
    expect(chainOf(found(good, { ahead: -3_600_000 })).at(-1)).to.deep.equal({ link: "clock", state: "broken", fault: "off", minutes: 60 });
    expect(told(found(good, { ahead: 180_000 }))).to.contain("clock broken off");
  });

  it("given every state that an extension may tell, and every failure of asking it, then each has its words and what to do in each language", () => {
    const faults = [
      ...Object.entries(CARRIER_STATES).flatMap(([link, states]) =>
        states.filter((state) => state !== "ok").map((state) => `carrier.${link}.${state}`),
      ),
      ...["missing", "outdated", "refused", "busy", "silent"].map((fault) => `carrier.extension.${fault}`),
      "carrier.page.insecure",
      "carrier.permission.missing",
      "carrier.clock.off",
    ];
    for (const key of faults) {
      expect(vi[key], key).to.match(/hãy/iu);
      expect(en[key], key).to.match(/[.;]\s.+\.$/u);
    }
  });

  it("given a report for support, then it holds states and versions and nothing else", () => {
    const report = JSON.parse(exportOf(chainOf(found(good)), { at: new Date(0), browser: "Browser 1" })) as Record<string, unknown>;
    expect(Object.keys(report)).to.deep.equal(["type", "at", "browser", "links"]);
    const keys = new Set((report["links"] as object[]).flatMap((link) => Object.keys(link)));
    expect([...keys].filter((key) => !["link", "state", "fault", "version", "minutes"].includes(key))).to.deep.equal([]);
    expect(JSON.stringify(report)).not.to.contain(location.host);
  });
});

describe("fisc-carrier-diagnosis", () => {
  let open: Stage;
  const show = (locale = "en"): void => {
    const element = html`<fisc-carrier-diagnosis extension-url="signing.html"></fisc-carrier-diagnosis>`;
    open = stage(openTreasury().treasury, "accountant", element, { locale });
  };
  afterEach(() => open.remove());
  const press = async (): Promise<void> => {
    (await until(() => find<HTMLButtonElement>(open.provider, "button.run"), "the button")).click();
    await until(() => find(open.provider, "li"), "the links");
  };
  const lineOf = (link: string): string => textOf(get(open.provider, `[data-link=${link}]`));

  it("given a computer in order, when it is checked, then it is ready, and the focus stays on the button", async () => {
    show();
    open.signing.diagnosis = { granted: true, findings: good };
    const run = await until(() => find<HTMLButtonElement>(open.provider, "button.run"), "the button");
    expect(find(open.provider, "li")).to.equal(null);
    run.focus();
    await press();
    expect(textOf(get(open.provider, "[role=status]"))).to.equal(en["carrier.ready"]);
    expect(get(open.provider, "fisc-carrier-diagnosis").shadowRoot?.activeElement).to.equal(run);
    expect(lineOf("extension")).to.contain("version 0.1.0");
  });

  it("given no extension, or no permission, then the person reads what to do and what is hidden", async () => {
    show();
    open.signing.installed = false;
    await press();
    expect(textOf(get(open.provider, "[role=status]"))).to.contain("Mend this first: Signing extension");
    expect(lineOf("extension")).to.contain(en["carrier.extension.missing"]);
    expect(get<HTMLAnchorElement>(open.provider, "a").getAttribute("href")).to.equal("signing.html");
    open.signing.installed = true;
    get(open.provider, "button.run").click();
    await until(() => find(open.provider, "li.hidden"), "what is hidden");
    expect(textOf(get(open.provider, "[role=status]"))).to.equal(en["carrier.partly"]);
    expect(lineOf("permission")).to.contain(en["carrier.permission.missing"]);
    expect(lineOf("token")).to.contain(en["carrier.state.hidden"]);
  });

  it("given a check that fails in a way that nobody foresaw, then it ends, says so, and can be tried again", async () => {
    show();
    open.signing.failure = new FiscError("host.timeout");
    await press();
    expect(lineOf("extension")).to.contain(en["carrier.extension.silent"]);
    open.signing.failure = undefined;
    open.signing.diagnosis = { granted: true, findings: good };
    get(open.provider, "button.run").click();
    await until(() => find(open.provider, ".verdict.ready"), "ready");
  });

  for (const locale of ["en", "vi"])
    it(`given every kind of state in ${locale} at 320 px, then nothing is against WCAG A and AA, in light and dark`, async () => {
      show(locale);
      open.provider.style.display = "block";
      open.provider.style.inlineSize = "20rem";
      open.signing.diagnosis = {
        granted: true,
        findings: [...good.slice(0, 2), { link: "token", state: "final-try" }, { link: "certificate", state: "expired" }],
      };
      await press();
      await expectAccessible(open.provider);
      expect(get(open.provider, "fisc-carrier-diagnosis").scrollWidth).to.be.at.most(320);
      open.signing.diagnosis = { granted: false, findings: [] };
      get(open.provider, "button.run").click();
      await until(() => find(open.provider, "li.hidden"), "what is hidden");
      await expectAccessible(open.provider);
    });
});
