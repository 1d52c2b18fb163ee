export { digestFile, measureFile, type MeasuredFile, type Progress } from "./asic/file-content.ts";
export { ASIC_E, ASIC_S, isManifestName, isSafeName, type ContainerType } from "./asic/names.ts";
export {
  listContainer,
  openContainer,
  type ContainerEntries,
  type ContainerEntry,
  type ContainerLimits,
  type ListedContainer,
} from "./asic/open-container.ts";
export { readAsicManifest } from "./asic/read-manifest.ts";
export {
  appendToContainer,
  createSimpleContainer,
  signContainer,
  type ContainerSigningInput,
  type SimpleContainerInput,
} from "./asic/sign-container.ts";
export {
  validateContainer,
  type ContainerQuestion,
  type ContainerReport,
  type ContainerSignatureReport,
  type SignedFile,
} from "./asic/validate-container.ts";
export { collectBytes, createContainer, writeContainer, type ContainerFile } from "./asic/write-container.ts";
export { writeAsicManifest, type AsicManifest, type AsicManifestFile } from "./asic/write-manifest.ts";
export { ALL_ALGORITHMS, isSignatureAlgorithm, STANDARD_ALGORITHMS } from "./algorithms/algorithms.ts";
export { ENDED_WITH_2013, type AlgorithmConstraints, type AlgorithmEnd } from "./algorithms/constraints.ts";
export type { Curve, PublicKeyInfo } from "./algorithms/public-key.ts";
export { AlgorithmRegistry, type AlgorithmPackage } from "./algorithms/registry.ts";
export type {
  CryptoOption,
  DigestName,
  DigestScheme,
  SignatureAlgorithm,
  SignatureScheme,
  SignatureToVerify,
  StandardDigest,
  StandardSignature,
} from "./algorithms/scheme.ts";
export { SHA1_ALGORITHMS } from "./algorithms/sha1.ts";
export { addSigner, countersign, type CoSignInput, type CountersignInput } from "./cades/add-signer.ts";
export type { SignatureTimestamp } from "./cades/check-timestamps.ts";
export type { ContentDigest } from "./cades/content.ts";
export type { CountersignatureReport } from "./cades/countersignatures.ts";
export { createCades, type CadesInput } from "./cades/create.ts";
export { embeddedValues, type ValidationValues } from "./cades/embedded-values.ts";
export {
  addArchiveTimestamp,
  addSignatureTimestamp,
  addValidationValues,
  type ExtensionInput,
  type TimestampingInput,
} from "./cades/extend.ts";
export type { CadesLevel } from "./cades/level.ts";
export { readSignedData, type SignedData } from "./cades/signed-data.ts";
export { signerFromCryptoKey, type BytesSigner, type DigestSigner, type OutsideSigner } from "./cades/signer.ts";
export {
  validateEverySignature,
  validateSignature,
  type SignatureQuestion,
  type SignatureReport,
  type ValidationProcess,
} from "./cades/validate-signature.ts";
export { parseCertificate, type CertificateInfo, type CertificateSummary } from "./certificate/certificate.ts";
export type { KeyUsage } from "./certificate/extensions.ts";
export { isPublicAddress } from "./clients/address.ts";
export type { AnswerCache, CachedAnswer, CacheOption } from "./clients/answer-cache.ts";
export { collectValidationValues, type CollectionInput } from "./clients/collect-values.ts";
export { fetchCrl, type CrlServiceInput } from "./clients/crl-service.ts";
export type { ServiceOption } from "./clients/exchange.ts";
export { fetchIssuer, type IssuerServiceInput } from "./clients/issuer-service.ts";
export { fetchOcspResponse, type OcspServiceInput } from "./clients/ocsp-service.ts";
export { timestampService, type TimestampServiceInput } from "./clients/timestamp-service.ts";
export { SignatureError, type SignatureErrorCode } from "./errors.ts";
export type { PolicyInputs } from "./path/check-policies.ts";
export type { PathFault } from "./path/faults.ts";
export type { ValidPolicies, ValidPolicy } from "./path/policy-graph.ts";
export type { PurposeInput } from "./path/question.ts";
export type { ProofOfExistence } from "./path/proofs-of-existence.ts";
export { validatePath, type PathInput } from "./path/validate-path.ts";
export { WORK_LIMITS, type WorkLimits } from "./path/work.ts";
export type { Check, Evidence, Finding, Indication, PathReport, SubIndication } from "./report.ts";
export { writeTimestampRequest, type MessageImprint, type TimestampRequest } from "./timestamp/request.ts";
export { readTimestampResponse, type TimestampResponse } from "./timestamp/response.ts";
export { validateTimestamp, type TimestampQuestion, type TimestampReport } from "./timestamp/validate-timestamp.ts";
export { checkOcspResponse, type OcspQuestion } from "./revocation/check-ocsp.ts";
export type { RevocationStatus, UnusableEvidence } from "./revocation/status.ts";
