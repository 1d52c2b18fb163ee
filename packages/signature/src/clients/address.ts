/** Names that never leave a machine or a local network (RFC 6761 6.3, RFC 6762 3, RFC 8375, and what routers use). */
const LOCAL_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|localdomain)$/;

/**
 * Whether an address, as written, lies on the public internet: a name with a dot that is not local by rule, or a literal IP outside of private, loopback,
 * link-local and other special blocks (RFC 6890). It does not resolve names: where a name can be pointed at an inner host, use a `fetch` that
 * checks what it connects to.
 */
export function isPublicAddress(address: URL): boolean {
  const host = address.hostname.toLowerCase().replace(/\.$/, "");
  if (host.startsWith("[")) return isPublicV6(host.slice(1, -1));
  // the URL parser has turned every spelling of an IPv4 address into four decimal numbers
  const octets = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(host)?.slice(1).map(Number);
  if (octets) return isPublicV4(octets);
  return host.includes(".") && !LOCAL_NAMES.test(host);
}

function isPublicV4([a = 0, b = 0, c = 0]: readonly number[]): boolean {
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  if (a === 100 && b >= 64 && b < 128) return false;
  if (a === 169 && b === 254) return false;
  if (a === 172 && b >= 16 && b < 32) return false;
  if (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)))) return false;
  if (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) return false;
  return !(a === 203 && b === 0 && c === 113);
}

/** Global unicast is 2000::/3; of it, documentation and the two ways to write an IPv4 address inside are left out. */
function isPublicV6(host: string): boolean {
  const first = Number.parseInt(host.split(":")[0] || "0", 16);
  if ((first & 0xe000) !== 0x2000) return false;
  return !/^(2001:0?db8:|2002:|2001:0?:|2001::|3fff:)/.test(host);
}
