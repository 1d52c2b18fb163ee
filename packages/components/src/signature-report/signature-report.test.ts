import { expect } from "@open-wc/testing";
import type { Check, Indication, PathFault, SignatureReport, SubIndication, UnusableEvidence } from "@fisc/signature";
import en from "../locales/en/signature.ts";
import vi from "../locales/vi/signature.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { find, get, textOf, until } from "../testing/stage.ts";
import "./define.ts";
import { foreignText } from "./foreign-text.ts";
import { readReport } from "./read-report.ts";
import type { FiscSignatureReport } from "./signature-report.ts";

interface Made {
  readonly signatures: readonly { readonly fault: string; readonly report: SignatureReport }[];
  readonly container: { readonly signatures: readonly SignatureReport[]; readonly unsigned: readonly string[] };
}

/** Every name that a report may use, by the types of the validator: one more there is a type error here. */
const subIndications: Readonly<Record<SubIndication, true>> = {
  FORMAT_FAILURE: true,
  HASH_FAILURE: true,
  SIG_CRYPTO_FAILURE: true,
  REVOKED: true,
  EXPIRED: true,
  NOT_YET_VALID: true,
  SIG_CONSTRAINTS_FAILURE: true,
  CHAIN_CONSTRAINTS_FAILURE: true,
  CERTIFICATE_CHAIN_GENERAL_FAILURE: true,
  CRYPTO_CONSTRAINTS_FAILURE: true,
  CRYPTO_CONSTRAINTS_FAILURE_NO_POE: true,
  NO_SIGNING_CERTIFICATE_FOUND: true,
  NO_CERTIFICATE_CHAIN_FOUND: true,
  REVOKED_NO_POE: true,
  REVOKED_CA_NO_POE: true,
  OUT_OF_BOUNDS_NO_POE: true,
  SIGNED_DATA_NOT_FOUND: true,
  TIMESTAMP_ORDER_FAILURE: true,
  TRY_LATER: true,
};
const checks: Readonly<Record<Check, true>> = {
  format: true,
  "signed-file": true,
  "signer-count": true,
  "signing-certificate": true,
  "mandatory-attributes": true,
  "message-digest": true,
  "signature-value": true,
  "algorithm-constraints": true,
  "signing-time": true,
  "unsigned-attributes": true,
  "timestamp-imprint": true,
  "timestamp-nonce": true,
  "timestamp-policy": true,
  "timestamp-authority": true,
  "timestamp-time": true,
  "signature-timestamp": true,
  "archive-timestamp": true,
  countersignature: true,
  "content-timestamp": true,
  "timestamp-order": true,
  "proof-of-existence": true,
  "chain-found": true,
  "chain-work": true,
  "certificate-format": true,
  validity: true,
  "basic-constraints": true,
  "path-length": true,
  "key-usage": true,
  "critical-extensions": true,
  "extended-key-usage": true,
  "name-constraints": true,
  "certificate-policies": true,
  revocation: true,
};
const faults: Readonly<Record<PathFault, true>> = {
  "no-chain": true,
  "work-limit": true,
  "unreadable-extension": true,
  "unknown-critical-extension": true,
  "not-an-authority": true,
  "path-too-long": true,
  "may-not-sign-certificates": true,
  "key-usage-missing": true,
  "purpose-missing": true,
  "name-excluded": true,
  "name-not-permitted": true,
  "name-unreadable": true,
  "name-work-limit": true,
  "any-policy-mapped": true,
  "no-valid-policy": true,
  "algorithm-unsupported": true,
  "algorithm-refused": true,
  "algorithm-ended": true,
  "not-yet-valid": true,
  "outside-validity": true,
  expired: true,
  revoked: true,
  "revoked-time-unproven": true,
  "authority-revoked": true,
  "authority-expired-since": true,
  "authority-revoked-since": true,
  "algorithm-ended-since": true,
  "revocation-unknown": true,
};
const whys: Readonly<Record<UnusableEvidence, true>> = {
  "no-list": true,
  stale: true,
  "not-signed-by-issuer": true,
  "unsupported-extension": true,
  algorithm: true,
  "issuer-may-not-sign-lists": true,
  "issuer-not-valid": true,
  "some-reasons": true,
  unreadable: true,
  "work-limit": true,
  "responder-refused": true,
  "responder-not-authorised": true,
  "responder-does-not-know": true,
  "other-certificate": true,
  "wrong-nonce": true,
};
const verdicts: Readonly<Record<Indication, string>> = {
  "TOTAL-PASSED": "Valid",
  "TOTAL-FAILED": "Not valid",
  INDETERMINATE: "Cannot be judged",
};

/** One report of each kind: those that differ in answer, failed steps or what else is in them. */
function different(made: Made["signatures"]): Made["signatures"] {
  const kind = ({ indication, subIndication, evidence, timestamps, countersignatures }: SignatureReport): string => {
    const failed = evidence.filter(({ outcome }) => outcome !== "passed").map(({ check, fault, params }) => [check, fault, params["why"]]);
    return JSON.stringify([indication, subIndication, failed, timestamps?.map((one) => one.subIndication), countersignatures?.length]);
  };
  return [...new Map(made.map((one) => [kind(one.report), one])).values()];
}

describe("fisc-signature-report", () => {
  let made: Made;
  let element: FiscSignatureReport;
  before(async () => {
    made = (await (await fetch("/__signature-reports")).json()) as Made;
  });
  beforeEach(() => {
    document.documentElement.lang = "en";
  });
  afterEach(() => element?.remove());

  const draw = async (report: unknown, lang = "en"): Promise<ShadowRoot> => {
    element?.remove();
    document.documentElement.lang = lang;
    element = document.createElement("fisc-signature-report");
    element.report = report;
    document.body.append(element);
    await until(() => element.shadowRoot?.querySelector("h2, .unreadable"), "the report");
    return element.shadowRoot as ShadowRoot;
  };
  const good = (): SignatureReport => made.container.signatures[0] as SignatureReport;
  const verdictOf = (root: ShadowRoot): string => textOf(root.querySelector(".verdict") as Element);

  it("given all that a validator can say, then each has its words in each language, and each failure says what to do", () => {
    for (const texts of [en, vi]) {
      for (const code of Object.keys(subIndications)) {
        expect(texts[`signature.sub.${code}`], code).to.be.a("string");
        expect(texts[`signature.todo.${code}`], code).to.be.a("string");
      }
      for (const check of Object.keys(checks)) {
        expect(texts[`evidence.check.${check}`], check).to.be.a("string");
        expect(texts[`evidence.failed.${check}`], check).to.match(/[.;]\s.+\.$/u);
      }
      for (const fault of Object.keys(faults)) expect(texts[`evidence.fault.${fault}`], fault).to.match(/[.;]\s.+\.$/u);
      for (const why of [...Object.keys(whys), "unchecked"]) expect(texts[`evidence.why.${why}`], why).to.match(/[.;]\s.+\.$/u);
    }
    const remedies = Object.entries(vi).filter(([key]) => /^(?:signature\.todo|evidence\.(?:failed|fault|why))\.(?!none)/.test(key));
    for (const [key, text] of remedies) expect(text, key).to.match(/hãy/iu);
  });

  it("given the reports of all deliberate faults, then each of twenty answers is told as it is, with its reason and remedy, and nothing is left nameless", async () => {
    const seen = new Set<string>();
    for (const { fault, report } of different(made.signatures)) {
      const root = await draw(report);
      seen.add(`${report.indication} ${report.subIndication ?? ""}`);
      expect(verdictOf(root), fault).to.equal(verdicts[report.indication]);
      const shown = textOf(root.host);
      if (report.subIndication) {
        expect(shown, fault).to.contain(en[`signature.sub.${report.subIndication}`]);
        expect(shown, fault).to.contain(en[`signature.todo.${report.subIndication}`]);
      }
      expect(root.querySelectorAll(".signature").length, fault).to.equal(1 + (report.countersignatures?.length ?? 0));
      const steps = root.querySelectorAll(".signature > details .steps")[0]?.querySelectorAll("li") ?? [];
      expect(steps.length, fault).to.equal(report.evidence.length);
      for (const step of root.querySelectorAll(".steps li.failed")) {
        expect(textOf(step.querySelector(".remedy") as Element).length, fault).to.be.greaterThan(20);
      }
      expect(shown, fault).not.to.match(/evidence\.|signature\.[a-z]|undefined|\[object/);
    }
    expect(seen.size).to.be.at.least(20);
  }).timeout(60_000);

  it("given a report as JSON, a list of them or that of a container, then it is read; given anything else, then nothing is said to be valid", async () => {
    expect(verdictOf(await draw(JSON.stringify(good())))).to.equal("Valid");
    expect((await draw([good(), made.signatures[3]?.report])).querySelectorAll(".signature").length).to.equal(2);
    expect(verdictOf(await draw({ ...made.container, entries: new Map() }))).to.equal("Valid");
    const unsigned = await draw({ ...made.container, unsigned: ["note.txt"] });
    expect(textOf(get(unsigned, ".unsigned"))).to.contain("note.txt");
    for (const bad of ["", "{", "null", 7, null, {}, [1], [[]], { indication: "TOTAL-PASSED", signatures: 7, toString: 1 }]) {
      const root = await draw(bad);
      expect(root.querySelector(".signature.passed"), JSON.stringify(bad)).to.equal(null);
      expect(textOf(root.host)).not.to.contain(": Valid");
    }
  });

  it("given a report that says passed and means otherwise, then it is not shown as valid", async () => {
    const evidence = good().evidence.map((step) => (step.check === "message-digest" ? { ...step, outcome: "failed" } : step));
    const liars: readonly object[] = [
      { ...good(), indication: "PASSED" },
      { ...good(), indication: "TOTAL-PASSED " },
      { ...good(), indication: ["TOTAL-PASSED"] },
      { ...good(), indication: "total-passed" },
      { ...good(), subIndication: "REVOKED" },
      { ...good(), chain: [] },
      { ...good(), chain: "all of it" },
      { ...good(), evidence },
      { verdict: "passed", passed: true, indication: "INDETERMINATE" },
    ];
    for (const liar of liars) {
      const root = await draw(liar);
      expect(verdictOf(root), JSON.stringify(liar).slice(0, 80)).not.to.equal("Valid");
      expect(root.querySelector(".passed")?.classList.contains("signature") ?? false).to.equal(false);
    }
  });

  it("given a timestamp that failed in a signature that passed, then the signature is valid and the timestamp proves nothing", async () => {
    const found = made.signatures.find(
      ({ report }) => report.indication === "TOTAL-PASSED" && report.timestamps?.some(({ indication }) => indication !== "TOTAL-PASSED"),
    );
    const root = await draw(found?.report);
    expect(verdictOf(root)).to.equal("Valid");
    expect(textOf(get(root, ".timestamps"))).to.contain(en["signature.timestamp.worthless"]);
    expect(find(root, ".facts time")).not.to.equal(null);
  });

  it("given that nobody looked whether the certificate is revoked, then a valid signature says so", async () => {
    const found = made.signatures.find(({ fault }) => fault === "nobody asked whether it is revoked");
    expect(textOf(get(await draw(found?.report), ".caution"))).to.equal(en["signature.unchecked"]);
  });

  it("given names in a certificate that turn the text, pile up, run on or are markup, then they are shown as letters, alone, and end", async () => {
    const hostile = `\u202Egnp.exe <img src=x onerror="document.title='taken'"> ${"e\u0301".repeat(3)}e${"\u0301".repeat(50)} \u2066A\u0000B\uD800 ${"x".repeat(5_000)}`;
    const signer = {
      ...good().signer,
      subjectCommonName: hostile,
      subject: hostile,
      organization: "שלום",
      issuer: hostile,
      serial: hostile,
    };
    const root = await draw({
      ...good(),
      signer,
      chain: [signer],
      level: "<b>CAdES-B-LTA</b>",
      signingTime: "2026-13-45T99:99:99Z",
      evidence: [
        { check: "<script>", outcome: "shiny", params: { "<i>": hostile, __proto__: "x", at: "not a time" }, fault: "constructor" },
      ],
      files: [{ name: hostile, outcome: "__proto__" }],
    });
    expect(document.title).not.to.equal("taken");
    expect(root.querySelector("img, script, .foreign i, .foreign b")).to.equal(null);
    const shown = textOf(root.host);
    expect(shown).to.contain("⟨U+202E⟩gnp.exe <img src=x").and.to.contain("⟨U+2066⟩A⟨U+0000⟩B⟨U+FFFD⟩");
    expect(shown).not.to.match(/[\u202A-\u202E\u2066-\u2069]/);
    expect(shown).not.to.contain("x".repeat(400));
    for (const name of root.querySelectorAll(".foreign")) expect(name.localName).to.equal("bdi");
    expect(textOf(get(root, ".signature"))).to.contain("שלום");
    expect(root.host.getBoundingClientRect().width).to.be.at.least(root.host.scrollWidth);
  });

  it("given a code that this page does not know, then it is named and nothing is claimed", async () => {
    const root = await draw({ indication: "INDETERMINATE", subIndication: "NO_POE", evidence: [{ check: "x-new", outcome: "failed" }] });
    const shown = textOf(root.host);
    expect(shown).to.contain("NO_POE, which this page does not know").and.to.contain("x-new: failed");
    expect(shown).to.contain(en["evidence.failed.unknown"]).and.to.contain(en["signature.todo.unknown"]);
    for (const code of ["unknown", "none", "contradiction", "toString"])
      expect(textOf((await draw({ indication: "INDETERMINATE", subIndication: code })).host)).to.contain(`reason ${code}`);
  });

  it("given a keyboard, then every part opens and closes by it, and for printing all of it is open", async () => {
    const root = await draw(
      made.signatures.find(({ report }) => report.timestamps?.length && report.indication === "TOTAL-PASSED")?.report,
    );
    const parts = [...root.querySelectorAll("details")];
    expect(parts.length).to.be.at.least(6);
    for (const part of parts) {
      const summary = part.querySelector("summary") as HTMLElement;
      expect(summary.tabIndex, "in the order of Tab").to.equal(0);
      if (part.parentElement?.closest("details")?.open === false) continue;
      summary.focus();
      expect(root.activeElement).to.equal(summary);
      summary.click();
      expect(part.open).to.equal(true);
      summary.click();
      expect(part.open).to.equal(false);
    }
    window.dispatchEvent(new Event("beforeprint"));
    expect(parts.every((part) => part.open)).to.equal(true);
    window.dispatchEvent(new Event("afterprint"));
    expect(parts.some((part) => part.open)).to.equal(false);
  });

  it("given a report, when it is saved, then the file is the whole report as it was handed in", async () => {
    const root = await draw({ ...made.container, entries: new Map(), more: { kept: true } });
    const saved = Promise.withResolvers<Blob>();
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob: Blob) => {
      saved.resolve(blob);
      return "#";
    };
    try {
      get(root, "button.save").click();
      const text = await (await saved.promise).text();
      expect(JSON.parse(text)).to.deep.equal({ ...made.container, more: { kept: true } });
    } finally {
      URL.createObjectURL = createObjectURL;
    }
  });

  it("given no way to the clipboard, when it is copied, then the person is told to save it instead", async () => {
    const root = await draw(good());
    const clipboard = Object.getOwnPropertyDescriptor(navigator, "clipboard");
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
    try {
      get(root, "button.copy").click();
      await until(() => textOf(get(root, ".actions")).includes(en["signature.copy.failed"] ?? "?"), "what to do");
    } finally {
      if (clipboard) Object.defineProperty(navigator, "clipboard", clipboard);
      else delete (navigator as { clipboard?: unknown }).clipboard;
    }
  });

  const hangsOver = ({ host }: ShadowRoot): readonly string[] => {
    const edge = host.getBoundingClientRect().right + 1;
    const over = [...(host.shadowRoot as ShadowRoot).querySelectorAll("*")].filter((inner) => inner.getBoundingClientRect().right > edge);
    return over.map((inner) => inner.outerHTML.slice(0, 80));
  };

  for (const lang of ["en", "vi"])
    it(`given good, bad and doubtful signatures in ${lang} at 320 px, then nothing is against WCAG A and AA, in light and dark, and nothing hangs over, closed or open`, async () => {
      const some = ["TOTAL-PASSED", "TOTAL-FAILED", "INDETERMINATE"].map(
        (indication) => made.signatures.findLast(({ report }) => report.indication === indication)?.report,
      );
      const root = await draw(some, lang);
      element.style.inlineSize = "20rem";
      await expectAccessible(element);
      expect(hangsOver(root)).to.deep.equal([]);
      window.dispatchEvent(new Event("beforeprint"));
      expect(hangsOver(root)).to.deep.equal([]);
      expect(root.host.scrollWidth).to.be.at.most(320);
    }).timeout(60_000);

  it("given a signature with a bad timestamp and every part open, then nothing is against WCAG A and AA, in light and dark", async () => {
    const found = made.signatures.find(
      ({ report }) => report.timestamps?.some(({ indication }) => indication !== "TOTAL-PASSED") && report.indication === "TOTAL-PASSED",
    );
    await draw({ signatures: [found?.report], unsigned: ["note.txt"] });
    window.dispatchEvent(new Event("beforeprint"));
    await expectAccessible(element);
  }).timeout(60_000);
});

describe("a report as it is read", () => {
  it("given more than anybody reads, then a part of it is drawn and the rest is counted", () => {
    const read = readReport(Array.from({ length: 60 }, () => ({ indication: "TOTAL-FAILED" })));
    expect([read?.signatures.length, read?.left]).to.deep.equal([50, 10]);
    let nested: object = { indication: "TOTAL-PASSED" };
    for (let depth = 0; depth < 2_000; depth++) nested = { indication: "TOTAL-PASSED", countersignatures: [nested] };
    let found = readReport(nested)?.signatures[0];
    let depth = 0;
    while ((found = found?.countersignatures[0])) depth++;
    expect(depth).to.equal(3);
  });

  it("given a very long text, then it is cut before it is looked through", () => {
    const { text, shortened } = foreignText("\u200B".repeat(10_000_000), 10);
    expect([text, shortened]).to.deep.equal(["⟨U+200B⟩".repeat(10), true]);
  });
});
