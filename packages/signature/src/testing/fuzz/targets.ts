import { listContainer } from "../../asic/open-container.ts";
import { readAsicManifest } from "../../asic/read-manifest.ts";
import { validateContainer } from "../../asic/validate-container.ts";
import { collectBytes, createContainer } from "../../asic/write-container.ts";
import { signContainer } from "../../asic/sign-container.ts";
import { concat, type Bytes } from "../../bytes.ts";
import { addArchiveTimestamp, addSignatureTimestamp, addValidationValues } from "../../cades/extend.ts";
import { readSignedData } from "../../cades/signed-data.ts";
import { signerFromCryptoKey } from "../../cades/signer.ts";
import { validateSignature } from "../../cades/validate-signature.ts";
import { digest } from "../../algorithms/verify.ts";
import { sequence, small } from "../../der/write.ts";
import { parseCertificate } from "../../certificate/certificate.ts";
import { checkOcspResponse } from "../../revocation/check-ocsp.ts";
import { validatePath } from "../../path/validate-path.ts";
import { readTimestampResponse } from "../../timestamp/response.ts";
import { validateTimestamp } from "../../timestamp/validate-timestamp.ts";
import { FaultScene, later, NOW } from "../faults/scene.ts";
import { writeOcspResponse } from "../write-ocsp.ts";
import { storeTargets } from "./store-targets.ts";

/** Something that takes bytes of strangers. */
export interface FuzzTarget {
  readonly name: string;
  readonly sample: Bytes;
  /**
   * What it makes of bytes. A `SignatureError` is a good answer; any other error is a find. Gives a text where bytes that are not the sample were
   * accepted as something else than what was signed, which is a find too.
   */
  take(bytes: Bytes): Promise<string | undefined>;
}

/** One target for each door through which a stranger's bytes come in. */
export async function fuzzTargets(): Promise<readonly FuzzTarget[]> {
  const scene = await FaultScene.create();
  const { pki, stampPki, stamps, person, content, genuine } = scene;
  const stamped = await addSignatureTimestamp({ signature: genuine, stamp: (imprint) => stamps.stamp(imprint, NOW) });
  const crls = [...(await pki.crls()), ...(await stampPki.crls())];
  const longTerm = addValidationValues({ signature: stamped, values: { certificates: [pki.root.certificate], crls } });
  const archived = await addArchiveTimestamp({ signature: longTerm, content, stamp: (imprint) => stamps.stamp(imprint, later(0.001)) });
  const value = concat(readSignedData(genuine).signers[0]?.signature ?? new Uint8Array());
  const token = await stamps.stamp({ digest: "SHA-256", value: await digest("SHA-256", value) }, NOW);
  const issuing = pki.issuing.certificate;
  const ocsp = await writeOcspResponse(
    {
      certificate: person.certificate,
      issuer: issuing,
      responder: issuing,
      status: { at: later(-1) },
      thisUpdate: NOW,
      nextUpdate: later(1),
    },
    pki.issuing.keys.privateKey,
  );
  const signer = signerFromCryptoKey(person.privateKey.key, person.certificate);
  const empty = await createContainer([{ name: "dossier.json", bytes: content }]);
  const container = await collectBytes((sink) => signContainer({ container: empty, signer, chain: person.chain, signingTime: NOW }, sink));
  const manifest = (await (await listContainer(container)).entries.get("META-INF/ASiCManifest001.xml")?.read()) ?? new Uint8Array();
  const trust = { trustAnchors: [pki.root.certificate], crls, at: NOW };
  const { id } = await validateSignature({ ...trust, signature: genuine, content });

  const signatureTarget = (name: string, sample: Bytes, at = NOW): FuzzTarget => ({
    name,
    sample,
    async take(signature) {
      const report = await validateSignature({
        ...trust,
        at,
        signature,
        content,
        timestampAnchors: [stampPki.root.certificate],
      });
      JSON.stringify(report);
      // the same signature in another dress is fine: it has the same id and cannot count twice
      return report.indication === "TOTAL-PASSED" && report.id !== id ? "passed as another signature" : undefined;
    },
  });
  const target = (name: string, sample: Bytes, take: (bytes: Bytes) => unknown): FuzzTarget => ({
    name,
    sample,
    take: async (bytes) => {
      await take(bytes);
      return undefined;
    },
  });
  return [
    signatureTarget("CAdES-B-B", genuine),
    signatureTarget("CAdES-B-LTA", archived, later(0.01)),
    target("timestamp token", token, (bytes) =>
      validateTimestamp({
        trustAnchors: [stampPki.root.certificate],
        crls,
        at: NOW,
        token: bytes,
        imprint: () => Promise.resolve([value]),
      }),
    ),
    target("timestamp response", sequence(sequence(small(0)), token), (bytes) => readTimestampResponse(bytes)),
    target("certificate", concat(person.certificate), async (bytes) => {
      await parseCertificate(bytes);
      await validatePath({ ...trust, certificate: bytes, intermediates: [issuing] });
    }),
    {
      name: "issuer",
      sample: concat(issuing),
      async take(bytes) {
        const report = await validatePath({ ...trust, certificate: person.certificate, intermediates: [bytes] });
        // its signature is over all but the octets that hold it
        return report.indication === "TOTAL-PASSED" && bytes.length !== issuing.length ? "passed with a changed issuer" : undefined;
      },
    },
    target("revocation list", concat(crls[0] ?? new Uint8Array()), (bytes) =>
      validatePath({ ...trust, certificate: person.certificate, intermediates: [issuing], crls: [bytes] }),
    ),
    {
      name: "OCSP response",
      sample: ocsp,
      async take(bytes) {
        const status = await checkOcspResponse({ response: bytes, certificate: person.certificate, issuer: issuing, at: NOW });
        return status.status === "good" ? "a revocation was turned into a good answer" : undefined;
      },
    },
    target("ASiC manifest", concat(manifest), (bytes) => readAsicManifest(bytes)),
    {
      name: "ASiC container",
      sample: container,
      async take(bytes) {
        const report = await validateContainer({ ...trust, container: bytes });
        return report.signatures.some((one) => one.indication === "TOTAL-PASSED" && one.files.length !== 1)
          ? "passed with other files"
          : undefined;
      },
    },
    ...(await storeTargets(pki, NOW)),
  ];
}
