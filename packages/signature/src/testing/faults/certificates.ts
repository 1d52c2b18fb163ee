import { CMS } from "../../cades/oids.ts";
import type { SignatureQuestion } from "../../cades/validate-signature.ts";
import { readCertificate } from "../../certificate/certificate.ts";
import { nullValue } from "../../der/write.ts";
import { attribute } from "../forge-cades.ts";
import { generateKeyPair } from "../keys.ts";
import type { IssueInput } from "../pki.ts";
import { writeCertificate } from "../write-certificate.ts";
import { later, NOW, type DeliberateFault, type FaultScene } from "./scene.ts";

const CHAIN = "INDETERMINATE/CHAIN_CONSTRAINTS_FAILURE";
const EMAIL = "1.3.6.1.5.5.7.3.4";
const DOCUMENTS = "1.3.6.1.5.5.7.3.36";

/** The signer's certificate and the path above it. */
export function certificateFaults(scene: FaultScene): DeliberateFault[] {
  const fault = (
    name: string,
    expected: string,
    request: Partial<IssueInput>,
    question: Partial<SignatureQuestion> = {},
  ): DeliberateFault => ({
    group: "certificates",
    fault: name,
    expected,
    found: async () => scene.told({ signature: await scene.signedBy(request), ...question }),
  });
  const past = { notBefore: later(-20), notAfter: later(-10) };
  return [
    fault("it has expired", "INDETERMINATE/OUT_OF_BOUNDS_NO_POE at validity", past),
    fault("it had expired before the signature can have been made", "TOTAL-FAILED/EXPIRED at validity", past, { producedAfter: NOW }),
    fault("it is not valid yet", "TOTAL-FAILED/NOT_YET_VALID at validity", { notBefore: later(10), notAfter: later(20) }),
    fault("it is for encryption", `${CHAIN} at key-usage`, { keyUsage: ["keyEncipherment"] }),
    fault(
      "its extended key usage is another one",
      `${CHAIN} at extended-key-usage`,
      { extendedKeyUsage: [EMAIL] },
      { purpose: { oid: DOCUMENTS } },
    ),
    fault("it has a critical extension that nobody knows", `${CHAIN} at critical-extensions`, {
      furtherExtensions: [{ id: "1.2.3.4.5", critical: true, value: nullValue() }],
    }),
    fault(
      "it is not under the policy that is asked for",
      `${CHAIN} at certificate-policies`,
      {},
      {
        certificatePolicies: { initial: ["0.4.0.194112.1.2"], requireExplicit: true },
      },
    ),
    {
      group: "certificates",
      fault: "it is of an authority that nobody trusts",
      expected: "INDETERMINATE/NO_CERTIFICATE_CHAIN_FOUND at chain-found",
      found: () => scene.told({ trustAnchors: [scene.foreign.root.certificate] }),
    },
    {
      group: "certificates",
      fault: "its issuer is a person and no authority",
      expected: `${CHAIN} at basic-constraints`,
      found: async () => {
        const { other } = scene;
        const keys = await generateKeyPair("P-256");
        const certificate = await writeCertificate(
          {
            serial: Uint8Array.of(7),
            issuer: { commonName: "other" },
            subject: { commonName: "signer" },
            notBefore: later(-1),
            notAfter: later(1),
            publicKey: keys.publicKey,
            issuerPublicKey: readCertificate(other.certificate).spki,
            keyUsage: ["nonRepudiation"],
          },
          other.privateKey,
        );
        const certificates = [certificate, other.certificate, ...other.chain];
        return scene.told({ signature: await scene.forge({ certificate, key: keys.privateKey, certificates }) });
      },
    },
    {
      group: "certificates",
      fault: "its issuing authority has expired since the timestamp, and no list is proven to be older",
      expected: "INDETERMINATE/OUT_OF_BOUNDS_NO_POE at proof-of-existence",
      found: async () => {
        const signature = scene.withUnsigned(attribute(CMS.signatureTimestamp, await scene.token(NOW)));
        const crls = [...(await scene.lists(50)), ...(await scene.stampPki.crls({ thisUpdate: later(150) }))];
        return scene.told({ signature, crls, at: later(150) });
      },
    },
  ];
}
