import { getDomain } from "tldts-icann";

/**
 * The registrable domain of an origin, by the Public Suffix List: what one owner can make subdomains of without asking anybody. An address, or a name of one
 * label such as `localhost`, stands for itself with its port. Empty for no origin.
 */
export function siteOf(origin: string): string {
  if (origin === "") return "";
  return getDomain(origin) ?? origin;
}
