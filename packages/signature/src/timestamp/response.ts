import { copy, type Bytes } from "../bytes.ts";
import { BerFields, readBer, toDer } from "../der/ber.ts";
import { DerFields, malformed, readDer, TAG } from "../der/read.ts";
import { readNamedBits, readSmall } from "../der/values.ts";
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
      failures: failures ? readNamedBits(failures).map((bit) => FAILURE[bit] ?? String(bit)) : [],
      ...(token && { token: token.raw }),
    };
  } catch (cause) {
    throw new SignatureError("timestamp.malformed", { what }, { cause });
  }
}
