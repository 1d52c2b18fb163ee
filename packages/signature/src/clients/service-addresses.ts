import { readDistributionPoints } from "../certificate/distribution-points.ts";
import type { Certificate } from "../certificate/certificate.ts";
import { readGeneralName } from "../certificate/general-name.ts";
import { children, DerFields, readDer, TAG } from "../der/read.ts";
import { readOid } from "../der/values.ts";
import { SignatureError } from "../errors.ts";

const AUTHORITY_INFORMATION = "1.3.6.1.5.5.7.1.1";
const DISTRIBUTION_POINTS = "2.5.29.31";
const METHOD = { ocsp: "1.3.6.1.5.5.7.48.1", issuers: "1.3.6.1.5.5.7.48.2" } as const;

/** Addresses that one certificate can make somebody ask. */
const ADDRESSES = 4;

/** Where a certificate says that its issuer's services are (RFC 5280 4.2.2.1, 4.2.1.13): http and https only; ldap and the like are left aside. */
export interface ServiceAddresses {
  readonly ocsp: readonly string[];
  /** Certificates of the issuer. */
  readonly issuers: readonly string[];
  readonly lists: readonly string[];
}

/** Unreadable extensions give no addresses: they say where to look, not what is so. */
export function serviceAddresses({ extensions }: Certificate): ServiceAddresses {
  const described = readable(() => accessDescriptions(extensions.get(AUTHORITY_INFORMATION)?.value));
  const points = readable(() => readDistributionPoints(extensions.get(DISTRIBUTION_POINTS)));
  const named = points.flatMap(({ name }) => (name && "full" in name ? name.full : []));
  const of = (method: string): string[] => described.flatMap((entry) => (entry.method === method ? [entry.url] : []));
  return {
    ocsp: web(of(METHOD.ocsp)),
    issuers: web(of(METHOD.issuers)),
    lists: web(named.flatMap((name) => (name.kind === "uri" ? [name.text] : []))),
  };
}

function web(urls: readonly string[]): string[] {
  return [...new Set(urls)].filter((url) => /^https?:\/\//i.test(url)).slice(0, ADDRESSES);
}

function accessDescriptions(value: Uint8Array<ArrayBuffer> | undefined): { readonly method: string; readonly url: string }[] {
  const what = "authorityInfoAccess";
  if (!value) return [];
  return children(readDer(value, TAG.sequence, what), what, 32).flatMap((node) => {
    const fields = new DerFields(node, what);
    const method = readOid(fields.next(TAG.oid));
    const location = readGeneralName(fields.any());
    return location.kind === "uri" ? [{ method, url: location.text }] : [];
  });
}

function readable<T>(read: () => readonly T[]): readonly T[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof SignatureError) return [];
    throw error;
  }
}
