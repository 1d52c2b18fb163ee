import assert from "node:assert/strict";
import { constants, createPrivateKey, privateEncrypt } from "node:crypto";
import { describe, it } from "node:test";
import { addSignatureTimestamp, addValidationValues, createCades, signerFromCryptoKey, validateSignature } from "../index.ts";
import type { Bytes } from "../bytes.ts";
import { contextTag, DerFields, explicit, readDer, TAG } from "../der/read.ts";
import { readOctets } from "../der/values.ts";
import { encode, sequence } from "../der/write.ts";
import { attribute, createTestPki, createTestTimestampAuthority, writeOcspResponse } from "../testing/index.ts";
import { CMS } from "./oids.ts";
import { changeSignedData, readSignedData } from "./signed-data.ts";
import { withUnsignedAttributes } from "./signer-info.ts";

const now = new Date("2026-11-21T08:00:00Z");
const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
const content = new TextEncoder().encode("the manifest");

const pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now });
const stampPki = await createTestPki({ name: "Stamps", algorithm: "P-256", now });
const stamps = await createTestTimestampAuthority(stampPki);
const person = await pki.issue({ subject: { commonName: "signer" } });
const basic = await createCades({ content, signer: signerFromCryptoKey(person.privateKey.key, person.certificate), signingTime: now });
const stamped = addValidationValues({
  signature: await addSignatureTimestamp({ signature: basic, stamp: (imprint) => stamps.stamp(imprint, now) }),
  values: { crls: await stampPki.crls() },
});

/** The BasicOCSPResponse inside of an OCSPResponse. */
function basicOf(response: Bytes): Bytes {
  const fields = new DerFields(readDer(response, TAG.sequence, "response"), "response");
  fields.next(TAG.enumerated);
  const bytes = new DerFields(explicit(fields.next(contextTag(0, true)), TAG.sequence, "response"), "response");
  bytes.next(TAG.oid);
  return readOctets(bytes.next(TAG.octetString));
}

function withAttributes(...attributes: readonly Uint8Array[]): Bytes {
  const data = readSignedData(stamped);
  const signer = data.signers[0] ?? assert.fail();
  return changeSignedData(data, { signers: new Map([[0, withUnsignedAttributes(signer, attributes)]]) });
}

async function outcome(signature: Uint8Array): Promise<unknown[]> {
  const trust = { trustAnchors: [pki.root.certificate], timestampAnchors: [stampPki.root.certificate], at: later(1) };
  const { indication, subIndication, level } = await validateSignature({ signature, content, ...trust });
  return [indication, subIndication, level];
}

describe("given a signature whose values stand in the older attributes (EN 319 122-1 A.1.1.2, A.1.2.2)", () => {
  const issuers = attribute(CMS.certificateValues, sequence(...person.chain));

  it("when they hold issuers and lists, then they are enough", async () => {
    const lists = attribute(CMS.revocationValues, sequence(encode(contextTag(0, true), sequence(...(await pki.crls())))));
    assert.deepEqual(await outcome(withAttributes(issuers, lists)), ["TOTAL-PASSED", undefined, "CAdES-B-LT"]);
    assert.deepEqual((await outcome(withAttributes(issuers))).slice(0, 2), ["INDETERMINATE", "TRY_LATER"]);
    assert.deepEqual((await outcome(withAttributes(lists))).slice(0, 2), ["INDETERMINATE", "NO_CERTIFICATE_CHAIN_FOUND"]);
  });
  it("when they hold an OCSP response for the signer, then it counts, whatever it says", async () => {
    const withResponse = async (status: "good" | { at: Date }): Promise<Bytes> => {
      const { certificate, keys } = pki.issuing;
      const fields = { certificate: person.certificate, issuer: certificate, responder: certificate, status };
      const response = await writeOcspResponse({ ...fields, thisUpdate: now, nextUpdate: later(2) }, keys.privateKey);
      const values = sequence(
        encode(contextTag(0, true), sequence(await pki.crl({ of: "root" }))),
        encode(contextTag(1, true), sequence(basicOf(response))),
      );
      return withAttributes(issuers, attribute(CMS.revocationValues, values));
    };
    assert.deepEqual(await outcome(await withResponse("good")), ["TOTAL-PASSED", undefined, "CAdES-B-LT"]);
    assert.deepEqual((await outcome(await withResponse({ at: later(-1) }))).slice(0, 2), ["INDETERMINATE", "REVOKED_NO_POE"]);
  });
});

describe("given a signer that is shown only the digest", () => {
  it("when it signs, then the signature is as good as any", async () => {
    const rsa = await createTestPki({ name: "Remote", algorithm: "RSA-2048", now });
    const { certificate, chain, privateKey } = await rsa.issue({ subject: { commonName: "remote" } });
    const pkcs8 = Buffer.from(await crypto.subtle.exportKey("pkcs8", privateKey.key));
    const key = { key: createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" }), padding: constants.RSA_PKCS1_PADDING };
    // DigestInfo of SHA-256 (RFC 8017 9.2), as such a service puts it around the digest
    const prefix = Buffer.from("3031300d060960864801650304020105000420", "hex");
    const shown: number[] = [];
    const signer = {
      certificate,
      algorithm: "RSA-PKCS1-SHA256" as const,
      signDigest: (digest: Uint8Array) => {
        shown.push(digest.length);
        // what is encrypted by the private key is a signature of PKCS #1 v1.5 over the DigestInfo
        return Promise.resolve(new Uint8Array(privateEncrypt(key, Buffer.concat([prefix, digest]))));
      },
    };
    const signature = await createCades({ content, signer, chain, signingTime: now });
    const crls = await rsa.crls();
    const report = await validateSignature({ signature, content, trustAnchors: [rsa.root.certificate], crls, at: now });
    assert.deepEqual([report.indication, report.level], ["TOTAL-PASSED", "CAdES-B-B"]);
    assert.deepEqual(shown, [32]);
  });
});
