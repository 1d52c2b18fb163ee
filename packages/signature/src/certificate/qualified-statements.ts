import type { Bytes } from "../bytes.ts";
import { children, DerFields, readDer, TAG } from "../der/read.ts";
import { readOid } from "../der/values.ts";

/**
 * Statements that say something of the certificate and ask nothing of who relies on it: RFC 3739 3.2.6, ETSI EN 319 412-5, EN 319 412-1. A limit of value
 * (0.4.0.1862.1.2) is not among them: who takes it critically has to keep it.
 */
const DECLARATIONS: ReadonlySet<string> = new Set([
  "1.3.6.1.5.5.7.11.1",
  "1.3.6.1.5.5.7.11.2",
  "0.4.0.1862.1.1",
  "0.4.0.1862.1.3",
  "0.4.0.1862.1.4",
  "0.4.0.1862.1.5",
  "0.4.0.1862.1.6",
  "0.4.0.1862.1.7",
  "0.4.0.194121.1.1",
  "0.4.0.194121.1.2",
]);

/** OIDs of the statements of a qcStatements extension. Throws `der.malformed`. */
export function readQualifiedStatements(value: Bytes): string[] {
  const what = "qcStatements";
  return children(readDer(value, TAG.sequence, what), what, 64).map((statement) => readOid(new DerFields(statement, what).next(TAG.oid)));
}

/** Whether each statement is understood: where the extension is critical, all of them are (RFC 3739 3.2.6). */
export function understandsStatements(value: Bytes, further: readonly string[] = []): boolean {
  return readQualifiedStatements(value).every((statement) => DECLARATIONS.has(statement) || further.includes(statement));
}
