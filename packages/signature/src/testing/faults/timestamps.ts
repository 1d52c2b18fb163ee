import { digest } from "../../algorithms/verify.ts";
import type { Bytes } from "../../bytes.ts";
import { addArchiveTimestamp, addSignatureTimestamp, addValidationValues } from "../../cades/extend.ts";
import { CMS } from "../../cades/oids.ts";
import { readSignedData } from "../../cades/signed-data.ts";
import { nullValue } from "../../der/write.ts";
import { validateTimestamp, type TimestampQuestion } from "../../timestamp/validate-timestamp.ts";
import { attribute } from "../forge-cades.ts";
import { createTestTimestampAuthority, type TestTimestampInput } from "../timestamp-authority.ts";
import { describe, later, NOW, writeWith, type DeliberateFault, type FaultScene } from "./scene.ts";

const EMAIL = "1.3.6.1.5.5.7.3.4";
const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
/** A bad timestamp takes nothing away from a signature, and adds nothing. */
const BASIC = "signature TOTAL-PASSED CAdES-B-B";

/** Timestamps over the signature, alone, and of the archive. */
export function timestampFaults(scene: FaultScene): DeliberateFault[] {
  const fault = (name: string, expected: string, found: () => Promise<string>): DeliberateFault => ({
    group: "timestamps",
    fault: name,
    expected,
    found,
  });
  const stamped = (name: string, expected: string, token: () => Promise<Bytes>): DeliberateFault =>
    fault(name, `timestamp ${expected}, ${BASIC}`, async () => scene.stamped(await token()));
  const by = (name: string, expected: string, input: TestTimestampInput): DeliberateFault =>
    stamped(name, expected, async () => scene.token(NOW, await createTestTimestampAuthority(scene.stampPki, input)));
  const alone = (name: string, expected: string, question: Partial<TimestampQuestion>): DeliberateFault =>
    fault(name, expected, async () => {
      const value = await digest("SHA-256", scene.content);
      const token = await scene.stamps.stamp({ digest: "SHA-256", value }, NOW, Uint8Array.of(1, 2, 3));
      return describe(
        await validateTimestamp({
          token,
          imprint: () => Promise.resolve([value]),
          trustAnchors: [scene.stampPki.root.certificate],
          crls: await scene.stampPki.crls(),
          at: NOW,
          ...question,
        }),
      );
    });
  return [
    stamped("it is over another signature", "TOTAL-FAILED/HASH_FAILURE at timestamp-imprint", () =>
      scene.token(NOW, scene.stamps, scene.content),
    ),
    by("its authority's purpose is not critical", "INDETERMINATE/CHAIN_CONSTRAINTS_FAILURE at timestamp-authority", { critical: false }),
    by("its authority has a second purpose", "INDETERMINATE/CHAIN_CONSTRAINTS_FAILURE at timestamp-authority", {
      purposes: [TIME_STAMPING, EMAIL],
    }),
    by("its authority has another purpose", "INDETERMINATE/CHAIN_CONSTRAINTS_FAILURE at timestamp-authority", { purposes: [EMAIL] }),
    by("its authority's certificate had expired when it stamped", "TOTAL-FAILED/EXPIRED at timestamp-time", {
      notBefore: later(-20),
      notAfter: later(-10),
    }),
    by("its authority's certificate was not valid yet when it stamped", "TOTAL-FAILED/NOT_YET_VALID at timestamp-time", {
      notBefore: later(10),
      notAfter: later(20),
    }),
    stamped("its authority is one that nobody trusts", "INDETERMINATE/NO_CERTIFICATE_CHAIN_FOUND at chain-found", async () =>
      scene.token(NOW, await createTestTimestampAuthority(scene.foreign)),
    ),
    stamped("its time is tomorrow", "INDETERMINATE/TIMESTAMP_ORDER_FAILURE at timestamp-time", () => scene.token(later(1))),
    stamped("something else stands in its place", "TOTAL-FAILED/FORMAT_FAILURE at format", async () => nullValue()),
    stamped("one bit of its signature is another", "TOTAL-FAILED/SIG_CRYPTO_FAILURE at signature-value", async () =>
      (await scene.token(NOW)).map((byte, index, all) => (index === all.length - 1 ? byte ^ 1 : byte)),
    ),
    fault("its authority's key was lost", `timestamp INDETERMINATE/REVOKED_NO_POE at revocation, ${BASIC}`, async () => {
      const { serial } = scene.stamps.certificate;
      const crls = [
        ...(await scene.lists(1)),
        await scene.stampPki.crl({ thisUpdate: later(1), revoked: [{ serial, at: later(0.5), reason: 1 }] }),
        await scene.stampPki.crl({ of: "root", thisUpdate: later(1) }),
      ];
      return scene.stamped(await scene.token(NOW), { crls, at: later(1) });
    }),
    alone("it repeats another nonce than the one that was sent", "TOTAL-FAILED/FORMAT_FAILURE at timestamp-nonce", {
      nonce: Uint8Array.of(3, 2, 1),
    }),
    alone("it is under another policy than the one that was asked for", "INDETERMINATE/SIG_CONSTRAINTS_FAILURE at timestamp-policy", {
      policies: ["1.2.3.4.2"],
    }),
    alone("the policy ended its algorithm", "INDETERMINATE/CRYPTO_CONSTRAINTS_FAILURE_NO_POE at algorithm-constraints", {
      algorithms: { ends: [{ algorithms: ["SHA-256"], until: later(-1).toISOString() }] },
    }),
    fault("the claimed signing time lies after it", "INDETERMINATE/SIG_CONSTRAINTS_FAILURE at signing-time", async () =>
      scene.told({ signature: scene.withUnsigned(attribute(CMS.signatureTimestamp, await scene.token(later(-0.02)))) }),
    ),
    fault("the archive timestamp is older than what it covers", "INDETERMINATE/TIMESTAMP_ORDER_FAILURE at timestamp-order", async () =>
      scene.told({ signature: await archived(scene, -0.02) }),
    ),
    fault(
      "what the archive timestamp covers was taken out",
      "archive-timestamp TOTAL-FAILED/HASH_FAILURE at timestamp-imprint",
      async () => {
        const whole = await archived(scene, 0.01);
        const signature = withoutFirstList(whole);
        const report = await scene.report({ signature, at: later(0.02) });
        const [newest] = report.timestamps ?? [];
        return newest ? `${newest.kind} ${describe(newest)}` : "no timestamp";
      },
    ),
  ];
}

async function archived(scene: FaultScene, day: number): Promise<Bytes> {
  const { content, genuine } = scene;
  const stamped = await addSignatureTimestamp({ signature: genuine, stamp: (imprint) => scene.stamps.stamp(imprint, NOW) });
  const values = { crls: [...(await scene.lists()), ...(await scene.stampPki.crls())] };
  const signature = addValidationValues({ signature: stamped, values });
  return addArchiveTimestamp({ signature, content, stamp: (imprint) => scene.stamps.stamp(imprint, later(day)) });
}

function withoutFirstList(signature: Bytes): Bytes {
  const data = readSignedData(signature);
  const [signer] = data.signers;
  return signer ? writeWith(data, signer.raw, data.revocations.slice(1)) : signature;
}
