import { SignatureError } from "../errors.ts";
import type { SecretOctets } from "../key-stores/secret-octets.ts";
import type { SignatureScheme } from "../algorithms/scheme.ts";
import type { Bytes } from "../bytes.ts";
import type { KeyHalves, KeyKind } from "./key-kind.ts";

/** As WebCrypto's key algorithms name a curve: here by its object identifier, or `explicit` where the key spells it out. */
export interface NationalKeyAlgorithm extends KeyAlgorithm {
  readonly namedCurve: string;
}

interface Inside {
  readonly kind: KeyKind;
  readonly scheme: SignatureScheme;
  readonly spki: Bytes;
  readonly secret?: SecretOctets;
}

const insides = new WeakMap<object, Inside>();

/** A `CryptoKey` of a national algorithm. Its octets stand outside of it: nothing that prints, copies or serialises the object comes by them. */
export class NationalKey implements CryptoKey {
  readonly type: "private" | "public";
  readonly extractable: boolean;
  readonly algorithm: NationalKeyAlgorithm;
  readonly usages: KeyUsage[];

  constructor(inside: Inside, curve: string, extractable: boolean, usages: readonly KeyUsage[]) {
    this.type = inside.secret ? "private" : "public";
    this.extractable = inside.secret ? extractable : true;
    this.algorithm = Object.freeze({ name: inside.scheme.id, namedCurve: curve });
    this.usages = [...usages];
    insides.set(this, inside);
    Object.freeze(this);
  }

  get [Symbol.toStringTag](): string {
    return "CryptoKey";
  }
}

export function insideOf(key: CryptoKey): Inside | undefined {
  return insides.get(key);
}

/** Both halves for the length of `work`. */
export function useHalves<T>({ secret, spki }: Inside, work: (halves: KeyHalves) => T): T {
  if (!secret) throw new SignatureError("algorithm.mismatch", { what: "public" });
  return secret.use((octets) => work({ secret: octets, spki }));
}
