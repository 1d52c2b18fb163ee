import { expect } from "@open-wc/testing";
import type { SigningErrorCode } from "@fisc/core";
import enApproval from "../locales/en/approval.ts";
import enAttachment from "../locales/en/attachment.ts";
import enErrors from "../locales/en/errors.ts";
import enForm from "../locales/en/form.ts";
import enStatus from "../locales/en/status.ts";
import viApproval from "../locales/vi/approval.ts";
import viAttachment from "../locales/vi/attachment.ts";
import viErrors from "../locales/vi/errors.ts";
import viForm from "../locales/vi/form.ts";
import viStatus from "../locales/vi/status.ts";

const en: Readonly<Record<string, string>> = { ...enErrors, ...enApproval };
const vi: Readonly<Record<string, string>> = { ...viErrors, ...viApproval };

/** Exhaustive by type: a new code does not compile until it stands here, and does not pass until it has its texts. */
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

/** Problem codes of the gateway for signatures, and of the workflow. */
const problemCodes = [
  ...[
    "wrong-origin",
    "wrong-dossier",
    "nonce-used",
    "expired",
    "data-changed",
    "attachment-changed",
    "certificate-expired",
    "certificate-untrusted",
    "certificate-not-registered",
    "certificate-revoked",
    "order",
    "same-key",
    "wrong-policy",
    "invalid",
    "clock",
    "revocation-unknown",
  ].map((code) => `signature.${code}`),
  ...["none", "not-registered", "sign-in-failed", "provider-unreachable"].map((code) => `session.${code}`),
  ...[
    "not-allowed",
    "reason-required",
    "reason-length",
    "fixes-required",
    "fix-unknown-document",
    "choice-required",
    "input-unknown",
    "same-actor",
    "order",
    "same-key",
    "signature-required",
    "already-signed",
  ].map((code) => `workflow.${code}`),
  "network.offline",
  "network.timeout",
  "session.none",
  "forbidden",
  "not-found",
  "conflict.revision",
  "validation",
  "rate-limited",
  "log",
  "upload",
  "upload.dossier-too-large",
  "server",
  "unexpected",
];

for (const [locale, messages] of [
  ["vi", vi],
  ["en", en],
] as const) {
  describe(`what failures say in ${locale}`, () => {
    for (const code of [...Object.keys(signingCodes), ...problemCodes]) {
      it(`${code} says what happened and what to do`, () => {
        const text = messages[`error.${code}`] ?? "";
        expect(text).to.match(/[.!?;].+\.$/u, "more than one sentence, or a second half");
      });
    }
  });
}

it("both locales have the same texts", () => {
  expect(Object.keys(vi).sort()).to.deep.equal(Object.keys(en).sort());
  expect(Object.keys(viForm).sort()).to.deep.equal(Object.keys(enForm).sort());
  expect(Object.keys(viAttachment).sort()).to.deep.equal(Object.keys(enAttachment).sort());
  expect(Object.keys(viStatus).sort()).to.deep.equal(Object.keys(enStatus).sort());
});
