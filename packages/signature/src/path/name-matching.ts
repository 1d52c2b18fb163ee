import type { GeneralName } from "../certificate/general-name.ts";
import { rdnKeys } from "../certificate/name.ts";

const HOST = /^(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/;
const URI = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:@[\]]+)(?::\d*)?(?:[/?#].*)?$/i;

/** A name in the form that constraints are held against; `undefined`: it cannot be read as its kind, so nobody can say that it is inside. */
export type ComparableName =
  | { readonly kind: "directory"; readonly rdns: readonly string[] }
  | { readonly kind: "dns" | "uri"; readonly host: string }
  | { readonly kind: "rfc822"; readonly local: string; readonly host: string }
  | { readonly kind: "ip"; readonly octets: Uint8Array };

export function comparableName(name: GeneralName): ComparableName | undefined {
  switch (name.kind) {
    case "directory":
      return { kind: "directory", rdns: rdnKeys(name.name) };
    case "ip":
      return name.octets.length === 4 || name.octets.length === 16 ? name : undefined;
    case "dns": {
      const host = name.text.toLowerCase().replace(/\.$/, "");
      return HOST.test(host) ? { kind: "dns", host } : undefined;
    }
    case "rfc822": {
      const at = name.text.lastIndexOf("@");
      const host = name.text.slice(at + 1).toLowerCase();
      return at > 0 && HOST.test(host) ? { kind: "rfc822", local: name.text.slice(0, at), host } : undefined;
    }
    case "uri": {
      // RFC 5280 4.2.1.10: a URI without a host name, or with an address in its place, is refused under URI constraints
      const host = URI.exec(name.text)?.[1]?.toLowerCase().replace(/\.$/, "");
      return host !== undefined && HOST.test(host) && !/(?:^|\.)\d+$/.test(host) ? { kind: "uri", host } : undefined;
    }
    default:
      return undefined;
  }
}

/**
 * RFC 5280 4.2.1.10. `purpose`: where in doubt (case of a mailbox, a wildcard that reaches into the subtree) an exclusion holds and
 * a permission does not.
 */
export function isWithin(name: ComparableName, base: GeneralName, purpose: "permit" | "exclude"): boolean {
  if (name.kind !== base.kind) return false;
  if (name.kind === "directory" && base.kind === "directory") {
    const wanted = rdnKeys(base.name);
    return wanted.length <= name.rdns.length && wanted.every((rdn, index) => rdn === name.rdns[index]);
  }
  if (name.kind === "ip" && base.kind === "ip") return isInNetwork(name.octets, base.octets);
  if (!("text" in base)) return false;
  const text = base.text.replace(/\.$/, "");
  if (name.kind === "dns") return isInDomain(name.host, text.toLowerCase(), purpose);
  if (name.kind === "uri") return isHost(name.host, text.toLowerCase());
  if (name.kind !== "rfc822") return false;
  const at = text.lastIndexOf("@");
  if (at < 0) return isHost(name.host, text.toLowerCase());
  const local = text.slice(0, at);
  const sameLocal = purpose === "permit" ? local === name.local : local.toLowerCase() === name.local.toLowerCase();
  return sameLocal && name.host === text.slice(at + 1).toLowerCase();
}

/** The host itself, or with a leading dot what is below it. */
function isHost(host: string, base: string): boolean {
  return base === "" || (base.startsWith(".") ? host.endsWith(base) : host === base);
}

function isInDomain(host: string, base: string, purpose: "permit" | "exclude"): boolean {
  if (base === "" || host === base) return true;
  const suffix = base.startsWith(".") ? base : `.${base}`;
  if (host.endsWith(suffix)) return true;
  // *.example.org also stands for the excluded www.example.org
  return purpose === "exclude" && host.startsWith("*.") && base.replace(/^\./, "").replace(/^[^.]+/, "*") === host;
}

function isInNetwork(address: Uint8Array, network: Uint8Array): boolean {
  const { length } = address;
  if (network.length !== 2 * length) return false;
  return address.every((octet, index) => ((octet ^ (network[index] ?? 0)) & (network[length + index] ?? 0)) === 0);
}
