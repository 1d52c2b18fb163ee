import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { withValueAt } from "@fisc/core/rules";
import { parseCertificate } from "@fisc/signature";
import { createTestPki } from "@fisc/signature/testing";
import type { IssuedWithKey } from "@fisc/signature/testing";
import { startTestDatabase } from "../testing/database.ts";
import type { TestDatabase } from "../testing/database.ts";
import { signOffer } from "../testing/carrier.ts";
import type { SignedOffer } from "../testing/carrier.ts";
import { portal } from "../testing/treasury.ts";
import type { TestPerson, TestTreasury } from "../testing/treasury.ts";
import { createSample, sample, sampleBody, sampleCast, startSampleTreasury, subjects } from "../testing/vn.ts";

const minutes = 60_000;
const subject = { commonName: "Somebody" };
let database: TestDatabase;
let treasury: TestTreasury;
let cast: Awaited<ReturnType<typeof sampleCast>>;
let revoked: string[] = [];

before(async () => {
  database = await startTestDatabase();
  treasury = await startSampleTreasury(await database.create(), {
    revocationLists: () =>
      treasury.pki.crls({ revoked: revoked.map((serial) => ({ serial, at: new Date(treasury.clock.at.getTime() - 60 * minutes) })) }),
  });
  cast = await sampleCast(treasury);
});
after(async () => {
  await treasury.close();
  await database.stop();
});

/** A fresh dossier with the chief accountant's offer in hand. */
async function offered(): Promise<{ readonly id: string; readonly offer: SignedOffer }> {
  const { id } = await createSample(cast.preparer);
  return { id, offer: await cast.accountant.offer(id, "signChiefAccountant") };
}

async function refused(person: TestPerson, id: string, output: Awaited<ReturnType<TestPerson["sign"]>>, code: string): Promise<void> {
  const before = await person.api.dossier(id);
  await assert.rejects(person.api.addSignature(id, output, { key: randomUUID() }), { code });
  const now = await person.api.dossier(id);
  assert.equal(now.revision, before.revision, "a refusal changes nothing");
}

async function signedWith(carrier: IssuedWithKey, code: string): Promise<void> {
  const { id, offer } = await offered();
  await refused(cast.accountant, id, await cast.accountant.sign(offer, carrier), code);
}

test("given a signature that another site obtained, when it is handed in, then its origin gives it away", async () => {
  const { id, offer } = await offered();
  await refused(
    cast.accountant,
    id,
    await cast.accountant.sign(offer, undefined, { origin: "https://evil.example" }),
    "signature.wrong-origin",
  );
});

test("given a portal inside of a strange page, when its signature is handed in, then the page around it gives it away", async () => {
  const { id, offer } = await offered();
  await refused(
    cast.accountant,
    id,
    await cast.accountant.sign(offer, undefined, { origin: portal, topOrigin: "https://evil.example" }),
    "signature.wrong-origin",
  );
});

test("given a signature for one dossier, when it is handed in for another, then it is refused", async () => {
  const { offer } = await offered();
  const other = await offered();
  await refused(cast.accountant, other.id, await cast.accountant.sign(offer), "signature.wrong-dossier");
  // The manifest of one under the request of the other.
  const output = { ...(await cast.accountant.sign(offer)), request: other.offer.request.id };
  await refused(cast.accountant, other.id, output, "signature.wrong-dossier");
});

test("given a nonce that is spent, when its signature comes again, then it is refused, also when both come at once", async () => {
  const { id, offer } = await offered();
  const output = await cast.accountant.sign(offer);
  const hands = await Promise.allSettled([1, 2, 3].map(() => cast.accountant.api.addSignature(id, output, { key: randomUUID() })));
  assert.equal(hands.filter(({ status }) => status === "fulfilled").length, 1);
  for (const hand of hands) if (hand.status === "rejected") assert.equal(hand.reason.code, "signature.nonce-used");
  await refused(cast.accountant, id, output, "signature.nonce-used");
});

test("given an offer of sixteen minutes ago, when its signature comes, then it has expired", async () => {
  const { id, offer } = await offered();
  const output = await cast.accountant.sign(offer);
  treasury.clock.at = new Date(treasury.clock.at.getTime() + 16 * minutes);
  try {
    await refused(cast.accountant, id, output, "signature.expired");
  } finally {
    treasury.clock.at = new Date(sample.sentAt);
  }
});

test("given data changed by one character after the offer, when that was signed, then it is refused", async () => {
  const { id, offer } = await offered();
  const document = withValueAt(offer.request.document, "huong.taiKhoan", "199990001235");
  await refused(
    cast.accountant,
    id,
    await cast.accountant.sign({ ...offer, request: { ...offer.request, document } }),
    "signature.data-changed",
  );
});

test("given a dossier that was recalled and changed, when the signature over the former version comes, then it is refused", async () => {
  const { id, offer } = await offered();
  const output = await cast.accountant.sign(offer);
  await cast.preparer.act(id, "recall", { reason: "Số tiền ghi chưa đúng" });
  const { data, attachments } = await sampleBody(cast.preparer);
  await cast.preparer.api.changeContent(id, { data, attachments }, { key: randomUUID() });
  await cast.preparer.act(id, "resubmit");
  await refused(cast.accountant, id, output, "signature.data-changed");
});

test("given an attachment with one byte changed, when that was signed, then it is refused", async () => {
  const { id, offer } = await offered();
  const attachments = offer.request.attachments.map((one) => ({
    ...one,
    sha256: one.sha256.replace(/.$/u, (last) => (last === "0" ? "1" : "0")),
  }));
  await refused(
    cast.accountant,
    id,
    await cast.accountant.sign({ ...offer, request: { ...offer.request, attachments } }),
    "signature.attachment-changed",
  );
});

test("given an expired certificate, when it signs, then that is said", async () => {
  const at = treasury.clock.at.getTime();
  const carrier = await treasury.pki.issue({ subject, notBefore: new Date(at - 90 * minutes), notAfter: new Date(at - 30 * minutes) });
  await treasury.register(subjects.schoolChiefAccountant, carrier);
  await signedWith(carrier, "signature.certificate-expired");
});

test("given a certificate of a foreign authority, when it signs, then it is not trusted, though it be registered", async () => {
  const foreign = await createTestPki({ name: "Foreign", algorithm: "P-256", now: treasury.clock.at });
  const carrier = await foreign.issue({ subject });
  await treasury.register(subjects.schoolChiefAccountant, carrier);
  await signedWith(carrier, "signature.certificate-untrusted");
});

test("given a good certificate that nobody registered, when it signs, then it is refused", async () => {
  await signedWith(await treasury.pki.issue({ subject }), "signature.certificate-not-registered");
});

test("given a certificate for another use of the key, when it signs, then it is refused", async () => {
  const carrier = await treasury.pki.issue({ subject, keyUsage: ["keyEncipherment"] });
  await treasury.register(subjects.schoolChiefAccountant, carrier);
  await signedWith(carrier, "signature.certificate-untrusted");
});

test("given a certificate that was revoked an hour ago, when it signs, then it is refused", async () => {
  const carrier = await treasury.pki.issue({ subject });
  await treasury.register(subjects.schoolChiefAccountant, carrier);
  revoked = [carrier.serial];
  await signedWith(carrier, "signature.certificate-revoked");
  revoked = [];
});

test("given a dossier that the chief accountant has not signed, when the account holder wants to, then the order is told", async () => {
  const { id } = await createSample(cast.preparer);
  await assert.rejects(cast.holder.offer(id, "signAccountHolder"), {
    code: "signature.order",
    params: { role: "unit.chiefAccountant", status: 422 },
  });
});

test("given one key registered for two offices, when it signs for the second, then it is refused", async () => {
  const key = treasury.carriers.get(subjects.schoolChiefAccountant);
  assert.ok(key);
  await treasury.register(subjects.schoolAccountHolder, key);
  const { id } = await createSample(cast.preparer);
  await cast.accountant.signAction(id, "signChiefAccountant");
  await refused(cast.holder, id, await cast.holder.sign(await cast.holder.offer(id, "signAccountHolder"), key), "signature.same-key");
});

test("given two certificates over one key, when it signs under both for two offices, then it is refused", async () => {
  const first = treasury.carriers.get(subjects.schoolChiefAccountant);
  assert.ok(first);
  const { certificate, chain } = await treasury.pki.issue({
    subject: { commonName: "Second certificate" },
    publicKey: (await parseCertificate(first.certificate)).spki,
  });
  const second = { ...first, certificate, chain };
  await treasury.register(subjects.schoolAccountHolder, second);
  const { id } = await createSample(cast.preparer);
  await cast.accountant.signAction(id, "signChiefAccountant");
  await refused(cast.holder, id, await cast.holder.sign(await cast.holder.offer(id, "signAccountHolder"), second), "signature.same-key");
});

test("given a signer's computer whose clock is an hour ahead, when it signs, then the clock is named, not the key", async () => {
  const { id, offer } = await offered();
  const carrier = treasury.carriers.get(subjects.schoolChiefAccountant);
  assert.ok(carrier);
  const output = await signOffer(offer, carrier, { origin: portal, at: new Date(treasury.clock.at.getTime() + 60 * minutes) });
  await refused(cast.accountant, id, output, "signature.clock");
});

test("given bytes that are no signature, no manifest, or another's, when they are handed in, then they are refused as a whole", async () => {
  const { id, offer } = await offered();
  const output = await cast.accountant.sign(offer);
  const broken = Buffer.from(output.signature, "base64");
  broken[broken.length - 5] = (broken[broken.length - 5] ?? 0) ^ 1;
  const spaced = Buffer.from(Buffer.from(output.manifest, "base64").toString().replace(",", ", ")).toString("base64");
  for (const faulty of [
    { ...output, signature: broken.toString("base64") },
    { ...output, signature: "" },
    { ...output, manifest: spaced },
    { ...output, manifest: "e30=" },
    { ...output, asicManifest: Buffer.from("<asic:ASiCManifest/>").toString("base64") },
    { ...output, request: randomUUID() },
  ]) {
    await refused(cast.accountant, id, faulty, "signature.invalid");
  }
  await cast.accountant.api.addSignature(id, output, { key: randomUUID() });
});

test("given a definition that was never published, when it was shown to the signer, then the signature is refused", async () => {
  const { id, offer } = await offered();
  const presentation = { ...offer.presentation, formNumber: "another form" } as SignedOffer["presentation"];
  await refused(cast.accountant, id, await cast.accountant.sign({ ...offer, presentation }), "signature.invalid");
});

test("given an action of another office, when the chief accountant asks to sign it, then it is not theirs", async () => {
  const { id } = await createSample(cast.preparer);
  await cast.accountant.signAction(id, "signChiefAccountant");
  await assert.rejects(cast.accountant.offer(id, "signAccountHolder"), { code: "workflow.not-allowed" });
});
