import { expect } from "@open-wc/testing";
import { html, render } from "lit";
import type { TokenFlags } from "@fisc/carrier-host/protocol";
import { textsOf } from "../src/locales/messages.ts";
import type { Failure } from "../src/messages.ts";
import { chooseCertificates } from "../src/window/certificates.ts";
import type { Candidate } from "../src/window/certificates.ts";
import { keyTemplate } from "../src/window/key-template.ts";
import { PinTries } from "../src/window/pin-tries.ts";

/*
 * The software token of the end-to-end stories never says that a PIN was wrong before, nor that one try is left. Here the tokens are
 * made up: their flags are those of CK_TOKEN_INFO, and what follows from them is what a person sees and a screen reader says.
 */

const DAY = 86_400_000;
const calm: TokenFlags = { pinCountLow: false, pinFinalTry: false, pinLocked: false, pinPad: false };

function token(flags: Partial<TokenFlags>): Candidate {
  return {
    token: { label: "Carrier of Mẫu", flags: { ...calm, ...flags } },
    der: new Uint8Array(),
    algorithm: "ECDSA-SHA256",
    info: {
      sha256: "aa",
      subject: "CN=Trần Thị Mẫu",
      subjectCommonName: "Trần Thị Mẫu",
      issuer: "CN=Test issuer",
      notBefore: new Date(Date.now() - DAY).toISOString(),
      notAfter: new Date(Date.now() + DAY).toISOString(),
      certificateAuthority: false,
    },
  } as unknown as Candidate;
}

const drawn: HTMLFormElement[] = [];
afterEach(() => {
  for (const form of drawn.splice(0)) form.remove();
});

/** What the window shows for one token, after `failure` where there was one. */
function shown(flags: Partial<TokenFlags>, { failure, locale = "vi" }: { failure?: Failure; locale?: string } = {}) {
  const choice = chooseCertificates([token(flags)], ["aa"], Date.now(), 1);
  const tries = new PinTries(() => undefined);
  if (failure) tries.failed(failure);
  const text = textsOf(locale);
  const problem = choice.problem && { code: choice.problem, params: {} };
  const part = { keys: { host: null, choice, problem }, problem, chosen: "aa", tries, signing: false, text, choose: () => undefined };
  const form = document.body.appendChild(document.createElement("form"));
  drawn.push(form);
  render(html`${keyTemplate(part)}`, form);
  const spoken = (role: string): string =>
    [...form.querySelectorAll(`[role="${role}"]`)].map((each) => each.textContent?.replaceAll(/\s+/g, " ").trim()).join(" | ");
  const pin = form.querySelector<HTMLInputElement>("#pin");
  const described = (pin?.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .filter((id) => id !== "")
    .map((id) => form.querySelector(`#${id}`)?.textContent?.trim())
    .join(" ");
  return { form, pin, described, alert: spoken("alert"), status: spoken("status"), text, final: form.querySelector("#final") };
}

const wrong = (params: Failure["params"]): Failure => ({ code: "pin.wrong", params });

describe("what the window says of the tries that are left", () => {
  it("given a token without a word about its PIN, then there is no warning, and the field is described by its hint alone", async () => {
    const { alert, status, described, final, text } = shown({});
    expect([alert, status, final]).to.deep.equal(["", "", null]);
    expect(described).to.equal(text("pin.hint"));
  });

  it("given a token that saw a wrong PIN before, then that is told before one types, and read with the field", async () => {
    const { alert, status, described, final, text } = shown({ pinCountLow: true });
    expect(status).to.equal(text("pin.low")).and.to.contain("Trước đó đã có lần nhập sai mã PIN");
    expect(described).to.equal(`${text("pin.low")} ${text("pin.hint")}`);
    expect([alert, final]).to.deep.equal(["", null]);
  });

  it("given a token with one try left, then an alert says so, and the form cannot be sent before the person accepts the risk", async () => {
    const { form, pin, alert, described, final, text } = shown({ pinCountLow: true, pinFinalTry: true });
    expect(alert).to.equal(text("pin.final")).and.to.contain("lần thử cuối cùng");
    expect(described).to.contain(text("pin.final")).and.not.to.contain(text("pin.low"));
    expect((final as HTMLInputElement).labels?.[0]?.textContent).to.contain(text("pin.final-accept"));
    if (pin) pin.value = "123456";
    expect(form.checkValidity()).to.equal(false);
    (final as HTMLInputElement).checked = true;
    expect(form.checkValidity()).to.equal(true);
  });

  it("given a wrong PIN and a token that counts, then the alert has the count, in the grammar of each language", async () => {
    const { alert, pin } = shown({ pinCountLow: true }, { failure: wrong({ retriesLeft: 2, finalTry: 0 }) });
    expect(alert).to.contain("Sai mã PIN. Chưa ký gì cả.").and.to.contain("Còn 2 lần thử trước khi thiết bị bị khóa.");
    expect(pin?.getAttribute("aria-invalid")).to.equal("true");
    const many = shown({}, { failure: wrong({ retriesLeft: 2, finalTry: 0 }), locale: "en" });
    expect(many.alert).to.contain("2 tries left before the key carrier locks.");
    const one = shown({}, { failure: wrong({ retriesLeft: 1, finalTry: 0 }), locale: "en" });
    expect(one.alert).to.contain("1 try left before the key carrier locks.");
  });

  it("given a wrong PIN and a token that does not count, then it is said that nobody knows, and no number is made up", async () => {
    const { alert, text } = shown({}, { failure: wrong({ retriesLeft: "unknown", finalTry: 0 }) });
    expect(alert).to.contain(text("pin.unknown"));
    expect(alert).not.to.contain(text("pin.left", { count: 1 }));
  });

  it("given a wrong PIN after which one try is left, then the last try has to be accepted though the token's flags are still the old ones", async () => {
    const { alert, final, text } = shown({ pinCountLow: true }, { failure: wrong({ retriesLeft: 1, finalTry: 1 }) });
    expect(alert)
      .to.contain(text("pin.left", { count: 1 }))
      .and.to.contain(text("pin.final"));
    expect(final).not.to.equal(null);
  });

  it("given a locked token, then an alert says who unlocks it, and there is no field to type a PIN into", async () => {
    const { alert, pin, final, text } = shown({ pinLocked: true });
    expect(alert).to.equal(text("error.token.locked")).and.to.contain("Hãy liên hệ nơi cấp chứng thư số");
    expect([pin, final]).to.deep.equal([null, null]);
  });

  it("given a reader with keys of its own, then the PIN is asked for there, with the same warning of the last try", async () => {
    const { alert, pin, form, final, text } = shown({ pinPad: true, pinFinalTry: true });
    expect([pin, alert]).to.deep.equal([null, text("pin.final")]);
    expect(form.textContent).to.contain(text("pin.pad"));
    expect(final).not.to.equal(null);
  });

  for (const locale of ["vi", "en"]) {
    it(`given any of them, then axe finds nothing, in ${locale}`, async () => {
      for (const flags of [{}, { pinCountLow: true }, { pinFinalTry: true }, { pinLocked: true }] as const) {
        const { form } = shown(flags, { failure: wrong({ retriesLeft: 2, finalTry: 0 }), locale });
        await expect(form).to.be.accessible();
      }
    });
  }
});
