import { expect } from "@open-wc/testing";
import type { SigningErrorCode } from "@fisc/core";
import enApproval from "../locales/en/approval.ts";
import enErrors from "../locales/en/errors.ts";
import viApproval from "../locales/vi/approval.ts";
import viErrors from "../locales/vi/errors.ts";

const en: Readonly<Record<string, string>> = { ...enErrors, ...enApproval };
const vi: Readonly<Record<string, string>> = { ...viErrors, ...viApproval };

/**
 * Exhaustive by type: a new code does not compile until it stands here, and does not pass until it has its texts. The codes of the
 * gateway are read from its sources by `scripts/check-texts.mjs`.
 */
const signingCodes: Record<SigningErrorCode, true> = {
  "extension.missing": true,
  "extension.outdated": true,
  "extension.busy": true,
  "extension.refused-origin": true,
  "extension.invalid-request": true,
  "user.cancelled": true,
  "host.missing": true,
  "host.outdated": true,
  "host.crashed": true,
  "host.timeout": true,
  "module.missing": true,
  "token.missing": true,
  "token.removed": true,
  "token.locked": true,
  "pin.wrong": true,
  "pin.final-try": true,
  "certificate.none": true,
  "certificate.expired": true,
  "certificate.not-registered": true,
  "request.expired": true,
  "attachment.changed": true,
  "signature.invalid": true,
};

for (const [locale, messages] of [
  ["vi", vi],
  ["en", en],
] as const) {
  describe(`what failures say in ${locale}`, () => {
    for (const code of Object.keys(signingCodes)) {
      it(`${code} says what happened and what to do`, () => {
        const text = messages[`error.${code}`] ?? "";
        expect(text).to.match(/[.!?;].+\.$/u, "more than one sentence, or a second half");
      });
    }
  });
}
