const ARC = "1.3.6.1.4.1.19398.1.1";

/** Of the encryption, and of the attributes in which a second key stands beside the first. */
export const KEY_6 = {
  encryption: `${ARC}.1.2`,
  agreementParameters: `${ARC}.2.2`,
  agreementKey: `${ARC}.2.3`,
} as const;
