import { createTestPki, toPem } from "@fisc/signature/testing";

export interface DemoAuthority {
  /** Root and issuing authority. */
  readonly trust: string;
  /** Revocation lists of both, as PEM: nobody is revoked. */
  readonly revocationLists: string;
  /** DER of a certificate for signing, over a public key (SubjectPublicKeyInfo, DER) that a token made. */
  issue(holder: { readonly name: string; readonly organization: string; readonly publicKey: Uint8Array }): Promise<Uint8Array>;
}

/** Milliseconds: as long as the issuing authority's own certificate lives. */
const lives = 5 * 365 * 86_400_000 - 86_400_000;

/** A certification authority for the demo. Its keys exist only while this object does. */
export async function createDemoAuthority(now: Date): Promise<DemoAuthority> {
  const pki = await createTestPki({ name: "Fisc Demo (fictional)", algorithm: "P-256", now });
  const until = new Date(now.getTime() + lives);
  const lists = await pki.crls({ nextUpdate: until });
  return {
    trust: pki.root.pem + pki.issuing.pem,
    revocationLists: lists.map((list) => toPem("X509 CRL", list)).join(""),
    issue: async ({ name, organization, publicKey }) =>
      (await pki.issue({ subject: { commonName: name, organization }, publicKey, keyUsage: ["nonRepudiation"], notAfter: until }))
        .certificate,
  };
}
