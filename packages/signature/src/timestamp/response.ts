import { copy, type Bytes } from "../bytes.ts";
import { BerFields, readBer, toDer } from "../der/ber.ts";
import { DerFields, malformed, readDer, TAG, type DerNode } from "../der/read.ts";
import { readSmall } from "../der/values.ts";
import { SignatureError } from "../errors.ts";

/** PKIStatus (RFC 3161 2.4.2). */
const STATUS = ["granted", "grantedWithMods", "rejection", "waiting", "revocationWarning", "revocationNotification"] as const;

/** PKIFailureInfo, by bit. */
const FAILURE: Readonly<Record<number, string>> = {
  0: "badAlg",
  2: "badRequest",
  5: "badDataFormat",
  14: "timeNotAvailable",
  15: "unacceptedPolicy",
  16: "unacceptedExtension",
  17: "addInfoNotAvailable",
  25: "systemFailure",
};

export interface TimestampResponse {
  readonly status: (typeof STATUS)[number];
  /** Names of the reasons for a refusal. */
  readonly failures: readonly string[];
  /** The CMS as it came; there exactly where the stamp was granted. */
  readonly token?: Bytes;
}

/** TimeStampResp. Throws `SignatureError` `timestamp.malformed`. */
export function readTimestampResponse(bytes: Uint8Array): TimestampResponse {
  const what = "timestamp response";
  try {
    const fields = new BerFields(readBer(copy(bytes), TAG.sequence, what), what);
    const info = new DerFields(readDer(toDer(fields.next(TAG.sequence), what), TAG.sequence, what), what);
    const token = fields.optional(TAG.sequence);
    fields.end();
    const status = STATUS[readSmall(info.next(TAG.integer))];
    info.optional(TAG.sequence);
    const failures = info.optional(TAG.bitString);
    info.end();
    const granted = status === "granted" || status === "grantedWithMods";
    if (!status || granted !== (token !== undefined)) throw malformed(what);
    return {
      status,
      failures: failures ? setBits(failures).map((bit) => FAILURE[bit] ?? String(bit)) : [],
      ...(token && { token: token.raw }),
    };
  } catch (cause) {
    throw new SignatureError("timestamp.malformed", { what }, { cause });
  }
}

/** Trailing zero bits are not stripped by all: this part is signed by nobody, and only told. */
function setBits({ content }: DerNode): number[] {
  const set: number[] = [];
  content.subarray(1).forEach((octet, index) => {
    for (let bit = 0; bit < 8; bit++) if (octet & (0x80 >> bit)) set.push(index * 8 + bit);
  });
  return set.slice(0, 32);
}
