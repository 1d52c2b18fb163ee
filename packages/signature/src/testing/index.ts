export { DSA_SHA1 } from "./dsa.ts";
export {
  generateKeyPair,
  type SigningKey,
  type StandardTestKey,
  type TestKeyAlgorithm,
  type TestKeyFacts,
  type TestKeyPair,
} from "./keys.ts";
export { exportPublicKeyPem, fromPem, toPem, type PemLabel } from "./pem.ts";
export {
  createTestPki,
  openTestPki,
  type CrlInput,
  type IssuedCertificate,
  type IssuedWithKey,
  type IssueInput,
  type StoredTestPki,
  type TestAuthority,
  type TestPki,
  type TestPkiInput,
} from "./pki.ts";
export {
  writeCertificate,
  writeRevocationList,
  type CertificateFields,
  type RevocationListFields,
  type RevokedCertificate,
  type Subject,
} from "./write-certificate.ts";
export { writeOcspResponse, type OcspResponseFields } from "./write-ocsp.ts";
export { attribute, forgeCades, type AttributeName, type Forgery } from "./forge-cades.ts";
export { createTestOcspResponder, type TestOcspResponder } from "./ocsp-responder.ts";
export { serviceExtensions } from "./net.ts";
export { createTestTimestampAuthority, type TestTimestampAuthority, type TestTimestampInput } from "./timestamp-authority.ts";
export { deliberateFaults, type DeliberateFault } from "./faults/index.ts";
