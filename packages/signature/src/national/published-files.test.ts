import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, it } from "node:test";
import { STANDARD_ALGORITHMS } from "../algorithms/algorithms.ts";
import { verifySignature } from "../algorithms/verify.ts";
import { fromBase64, toHex, type Bytes } from "../bytes.ts";
import { readSignedData, x509Certificates } from "../cades/signed-data.ts";
import { readCertificate } from "../certificate/certificate.ts";
import { contextTag, DerFields, readDer, TAG } from "../der/read.ts";
import { readBitOctets } from "../der/values.ts";
import { DSTU4145 } from "./dstu4145/index.ts";
import { GOST3410 } from "./gost3410/index.ts";

const folder = process.env["FISC_CONFORMANCE_DIR"] ?? resolve(import.meta.dirname, "../../../../../shared/conformance");
const registry = STANDARD_ALGORITHMS.with(DSTU4145, GOST3410);

interface Signed {
  readonly file: string;
  readonly data: Bytes;
  readonly identifier: Bytes;
  readonly signature: Bytes;
  readonly issuer: string;
  readonly subject?: string;
  readonly spki?: Bytes;
}

/** A certificate or a list, DER or base64. */
function read(file: string): Signed {
  const bytes = new Uint8Array(readFileSync(file));
  const base64 = (): Bytes | null =>
    fromBase64(
      Buffer.from(bytes)
        .toString("latin1")
        .replace(/-----[^-]*-----|\s/g, ""),
    );
  const outer = new DerFields(readDer(bytes[0] === TAG.sequence ? bytes : (base64() ?? bytes), TAG.sequence, file), file);
  const inner = outer.next(TAG.sequence);
  const signed = { file, data: inner.raw, identifier: outer.next(TAG.sequence).raw, signature: readBitOctets(outer.next(TAG.bitString)) };
  const fields = new DerFields(inner, file);
  if (file.endsWith(".crl")) {
    fields.optional(TAG.integer);
    fields.next(TAG.sequence);
    return { ...signed, issuer: toHex(fields.next(TAG.sequence).raw) };
  }
  fields.optional(contextTag(0, true));
  fields.next(TAG.integer);
  fields.next(TAG.sequence);
  const issuer = toHex(fields.next(TAG.sequence).raw);
  fields.next(TAG.sequence);
  return { ...signed, issuer, subject: toHex(fields.next(TAG.sequence).raw), spki: fields.next(TAG.sequence).raw };
}

describe("given what authorities published", () => {
  for (const { place, files, algorithms, count } of [
    { place: "ua/uapki/certs", files: /\.cer$/, algorithms: /^DSTU4145-/, count: 6 },
    {
      place: "kz/ncanode",
      files: /GOST_CERT\.cer$|2015_CERT\.cer$|_gost\.cer$|gost.*_test\.(crt|cer|crl)$/,
      algorithms: /^GOST3410-/,
      count: 6,
    },
  ]) {
    const present = existsSync(join(folder, place));
    const skip = present ? false : "no conformance data (FISC_CONFORMANCE_DIR)";
    it(
      `when certificates and lists of ${place} are verified by their issuers' keys, then they hold, and with one bit changed they do not`,
      { skip },
      async () => {
        const all = readdirSync(join(folder, place), { recursive: true, encoding: "utf8" })
          .filter((file) => files.test(file))
          .map((file) => read(join(folder, place, file)));
        let verified = 0;
        for (const { issuer, identifier, data, signature, file } of all) {
          const scheme = registry.identifySignature(identifier);
          for (const { spki } of all.filter(({ subject }) => subject === issuer)) {
            if (!spki || !scheme || !algorithms.test(scheme.id)) continue;
            const question = { spki, algorithm: scheme.id, data, signature, registry };
            assert.equal(await verifySignature(question), true, file);
            assert.equal(await verifySignature({ ...question, signature: signature.with(9, (signature[9] ?? 0) ^ 1) }), false, file);
            assert.equal(await verifySignature({ ...question, data: data.with(40, (data[40] ?? 0) ^ 1) }), false, file);
            verified++;
          }
        }
        assert.ok(verified >= count, `${verified} verified`);
      },
    );
  }

  const tasks = join(folder, "ua/uapki/verify-dstu.json");
  const cms = join(folder, "kz/ncanode/signed/SIGNED_CMS.p7s");
  const skip = existsSync(tasks) && existsSync(cms) ? false : "no conformance data (FISC_CONFORMANCE_DIR)";
  it("when signed attributes of their CMS are verified under the signer's certificate, then the signature holds", { skip }, async () => {
    const parsed = JSON.parse(readFileSync(tasks, "utf8")) as { tasks: { parameters?: { signature?: { bytes?: string } } }[] };
    const all = parsed.tasks
      .flatMap(({ parameters }) => fromBase64(parameters?.signature?.bytes ?? "") ?? [])
      .filter(({ length }) => length > 0);
    assert.equal(all.length, 5);
    for (const bytes of [...all, new Uint8Array(readFileSync(cms))]) {
      const data = readSignedData(bytes);
      const { digestAlgorithm, signatureAlgorithm, signature, signedForms } = data.signers[0] ?? assert.fail();
      const digest = registry.identifyDigest(digestAlgorithm)?.name;
      const { id: algorithm } = registry.identifySignature(signatureAlgorithm, digest) ?? assert.fail();
      const answers = x509Certificates(data).flatMap((der) => {
        const { spki } = readCertificate(der);
        return signedForms.map((form) => verifySignature({ spki, algorithm, data: form, signature, registry }).catch(() => false));
      });
      assert.ok((await Promise.all(answers)).includes(true));
    }
  });
});
