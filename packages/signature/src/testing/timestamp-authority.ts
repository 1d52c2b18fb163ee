import { digest, type CryptoOption } from "../algorithms/verify.ts";
import { concat, copy, type Bytes } from "../bytes.ts";
import { makeSigner } from "../cades/make-signer.ts";
import { CMS } from "../cades/oids.ts";
import { writeSignedData } from "../cades/signed-data.ts";
import { signerFromCryptoKey } from "../cades/signer.ts";
import { EXTENSION } from "../certificate/extensions.ts";
import { TAG } from "../der/read.ts";
import { encode, oid, sequence, small, unsigned } from "../der/write.ts";
import { readTimestampRequest, writeImprint, type MessageImprint } from "../timestamp/request.ts";
import type { IssuedWithKey, IssueInput, TestPki } from "./pki.ts";

const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

export interface TestTimestampAuthority {
  readonly certificate: IssuedWithKey;
  /** A token over a digest, as of a moment: what `stamp` of an extension asks for. */
  stamp(imprint: MessageImprint, at: Date, nonce?: Uint8Array): Promise<Bytes>;
  /** A TimeStampResp to a TimeStampReq. */
  answer(request: Uint8Array, at: Date): Promise<Bytes>;
}

export interface TestTimestampInput extends CryptoOption {
  readonly policy?: string;
  /** Default: `timeStamping` alone, critical (RFC 3161 2.3). */
  readonly purposes?: readonly string[];
  readonly critical?: boolean;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly furtherExtensions?: NonNullable<IssueInput["furtherExtensions"]>;
}

/** An authority for timestamps under a test PKI. It says whatever time it is told. */
export async function createTestTimestampAuthority(pki: TestPki, input: TestTimestampInput = {}): Promise<TestTimestampAuthority> {
  const { policy = "1.2.3.4.1", purposes = [TIME_STAMPING], critical = true } = input;
  const certificate = await pki.issue({
    subject: { commonName: "Timestamps" },
    keyUsage: ["digitalSignature"],
    ...(input.notBefore && { notBefore: input.notBefore }),
    ...(input.notAfter && { notAfter: input.notAfter }),
    furtherExtensions: [
      { id: EXTENSION.extendedKeyUsage, critical, value: sequence(...purposes.map(oid)) },
      ...(input.furtherExtensions ?? []),
    ],
  });
  const signer = signerFromCryptoKey(certificate.privateKey.key, certificate.certificate, input);
  let serial = 0;

  const stamp = async (imprint: MessageImprint, at: Date, nonce?: Uint8Array): Promise<Bytes> => {
    const text = `${at.toISOString().replace(/[-:T]/g, "").slice(0, 14)}Z`;
    const info = sequence(
      small(1),
      oid(policy),
      writeImprint(imprint, input),
      small(++serial),
      encode(TAG.generalizedTime, new TextEncoder().encode(text)),
      ...(nonce ? [unsigned(nonce)] : []),
    );
    const made = await makeSigner({ ...input, signer, chain: certificate.chain, signingTime: at }, CMS.timestampInfo, (name) =>
      digest(name, info, input),
    );
    const { signerInfo, digestAlgorithm, certificates } = made;
    return writeSignedData({ contentType: CMS.timestampInfo, content: info, digestAlgorithm, certificates, signer: signerInfo });
  };

  return {
    certificate,
    stamp,
    answer: async (request, at) => {
      const { imprint, nonce } = readTimestampRequest(request, input);
      return sequence(sequence(small(0)), copy(await stamp(imprint, at, nonce && concat(nonce))));
    },
  };
}
