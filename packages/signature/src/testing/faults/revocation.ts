import { concat, type Bytes } from "../../bytes.ts";
import type { SignatureQuestion } from "../../cades/validate-signature.ts";
import { readCertificate } from "../../certificate/certificate.ts";
import { checkOcspResponse } from "../../revocation/check-ocsp.ts";
import { writeOcspResponse, type OcspResponseFields } from "../write-ocsp.ts";
import { later, NOW, type DeliberateFault, type FaultScene } from "./scene.ts";

const UNKNOWN = "INDETERMINATE/TRY_LATER at revocation";

/** What lists and OCSP responses say, and who says it. */
export function revocationFaults(scene: FaultScene): DeliberateFault[] {
  const { pki, person, foreign } = scene;
  const withLists = (
    name: string,
    expected: string,
    crls: () => Promise<Bytes[]>,
    question: Partial<SignatureQuestion> = {},
  ): DeliberateFault => ({
    group: "revocation",
    fault: name,
    expected,
    found: async () => scene.told({ crls: await crls(), ...question }),
  });
  const revoked = (day: number, listed: number): Promise<Bytes[]> =>
    pki.crls({ thisUpdate: later(listed), revoked: [{ serial: person.serial, at: later(day), reason: 1 }] });
  const response = (fields: Partial<OcspResponseFields>, key = pki.issuing.keys.privateKey): Promise<Bytes> =>
    writeOcspResponse(
      {
        certificate: person.certificate,
        issuer: pki.issuing.certificate,
        responder: pki.issuing.certificate,
        status: "good",
        thisUpdate: NOW,
        nextUpdate: later(1),
        ...fields,
      },
      key,
    );
  const withOcsp = (
    name: string,
    expected: string,
    ocsp: () => Promise<Bytes>,
    question: Partial<SignatureQuestion> = {},
  ): DeliberateFault => ({
    group: "revocation",
    fault: name,
    expected,
    found: async () => scene.told({ crls: [await pki.crl({ of: "root" })], ocspResponses: [await ocsp()], ...question }),
  });
  return [
    withLists("it was revoked before the signature can have been made", "TOTAL-FAILED/REVOKED at revocation", () => revoked(-1, 0), {
      producedAfter: later(-0.5),
    }),
    withLists("it was revoked, and nothing proves the signature to be older", "INDETERMINATE/REVOKED_NO_POE at revocation", () =>
      revoked(-1, 0),
    ),
    withLists("it was revoked after the moment in question", "TOTAL-PASSED", () => revoked(1, 2)),
    withLists("its issuing authority was revoked", "INDETERMINATE/REVOKED_CA_NO_POE at revocation", async () => [
      await pki.crl(),
      await pki.crl({ of: "root", revoked: [{ serial: readCertificate(pki.issuing.certificate).serial, at: later(-1), reason: 2 }] }),
    ]),
    withLists("there is no list", `${UNKNOWN} (no-list)`, async () => []),
    withLists("the list is out of date", `${UNKNOWN} (stale)`, () => pki.crls({ thisUpdate: later(-40) })),
    withLists("one bit of the list is another", `${UNKNOWN} (not-signed-by-issuer)`, async () => [
      concat(await pki.crl()).map((byte, index, all) => (index === all.length - 1 ? byte ^ 1 : byte)),
      await pki.crl({ of: "root" }),
    ]),
    withLists("the list is of another authority", `${UNKNOWN} (no-list)`, () => foreign.crls()),
    withOcsp("the OCSP response says revoked", "INDETERMINATE/REVOKED_NO_POE at revocation", () => response({ status: { at: later(-1) } })),
    withOcsp("the OCSP response is stale", `${UNKNOWN} (stale)`, () => response({ thisUpdate: later(-3), nextUpdate: later(-2) })),
    withOcsp("the OCSP response is by another person of the same authority", `${UNKNOWN} (responder-not-authorised)`, () =>
      response({ responder: scene.other.certificate }, scene.other.privateKey),
    ),
    withOcsp("the OCSP response is by another authority under the right name", `${UNKNOWN} (not-signed-by-issuer)`, () =>
      response({}, foreign.issuing.keys.privateKey),
    ),
    withOcsp("the OCSP response is about another certificate", `${UNKNOWN} (no-list)`, () =>
      response({ certificate: scene.other.certificate }),
    ),
    withOcsp("the OCSP responder does not know the certificate", `${UNKNOWN} (responder-does-not-know)`, () =>
      response({ status: "unknown" }),
    ),
    withOcsp("the OCSP response has a critical extension that nobody knows", `${UNKNOWN} (unsupported-extension)`, () =>
      response({ unknownExtension: "1.2.3.4" }),
    ),
    {
      group: "revocation",
      fault: "the OCSP response repeats another nonce than the one that was sent",
      expected: "unknown (wrong-nonce)",
      found: async () => {
        const status = await checkOcspResponse({
          response: await response({ nonce: Uint8Array.of(1, 2, 3, 4) }),
          certificate: person.certificate,
          issuer: pki.issuing.certificate,
          at: NOW,
          nonce: Uint8Array.of(4, 3, 2, 1),
        });
        return status.status === "unknown" ? `unknown (${status.why})` : status.status;
      },
    },
  ];
}
