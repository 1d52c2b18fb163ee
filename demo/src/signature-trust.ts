import { readFile } from "node:fs/promises";

/** What a page needs to check signatures by itself. All DER, base64. */
export interface SignatureTrust {
  /** Certificates that signatures must lead to. */
  readonly trustAnchors: readonly string[];
  /** Revocation lists. */
  readonly crls: readonly string[];
}

/** Reads it anew at each call: people who join later bring a further authority. */
export async function readSignatureTrust(files: { readonly trustFile: string; readonly revocationFile: string }): Promise<SignatureTrust> {
  const [trust, lists] = await Promise.all([readFile(files.trustFile, "utf8"), readFile(files.revocationFile, "utf8")]);
  return { trustAnchors: bodies(trust, "CERTIFICATE"), crls: bodies(lists, "X509 CRL") };
}

function bodies(pem: string, label: string): string[] {
  return [...pem.matchAll(new RegExp(`-----BEGIN ${label}-----([^-]+)-----END ${label}-----`, "g"))].map(([, body = ""]) =>
    body.replace(/\s+/g, ""),
  );
}
