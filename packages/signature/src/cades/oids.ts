/** RFC 5652, RFC 5035, RFC 3161, RFC 5940. */
export const CMS = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingTime: "1.2.840.113549.1.9.5",
  countersignature: "1.2.840.113549.1.9.6",
  timestampInfo: "1.2.840.113549.1.9.16.1.4",
  signingCertificate: "1.2.840.113549.1.9.16.2.12",
  contentTimestamp: "1.2.840.113549.1.9.16.2.20",
  signatureTimestamp: "1.2.840.113549.1.9.16.2.14",
  certificateValues: "1.2.840.113549.1.9.16.2.23",
  revocationValues: "1.2.840.113549.1.9.16.2.24",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  ocspResponse: "1.3.6.1.5.5.7.16.2",
  basicOcspResponse: "1.3.6.1.5.5.7.48.1.1",
} as const;

/** ETSI EN 319 122-1 5.5. */
export const ETSI = {
  archiveTimestampV3: "0.4.0.1733.2.4",
  hashIndexV3: "0.4.0.19122.1.5",
} as const;
