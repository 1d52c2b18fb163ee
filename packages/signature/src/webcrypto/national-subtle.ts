import type { DigestScheme, SignatureScheme } from "../algorithms/scheme.ts";
import { copy, type Bytes } from "../bytes.ts";
import { readPublicKeyInfo } from "../algorithms/public-key.ts";
import { DerFields, readDer, TAG } from "../der/read.ts";
import { SignatureError } from "../errors.ts";
import { SecretOctets } from "../key-stores/secret-octets.ts";
import { writePrivateKeyInfo } from "../key-stores/keys/private-key.ts";
import type { KeyKind } from "./key-kind.ts";
import { insideOf, NationalKey, useHalves } from "./national-key.ts";

/** `generateKey` for a national algorithm. */
export interface NationalKeyGenParams extends Algorithm {
  /** Object identifier of the curve. */
  readonly namedCurve: string;
}

/**
 * A `SubtleCrypto` that knows some algorithms more: their names are ids of the registry (`DSTU4145-GOST34311`, `GOST3410-2015-512`, …) and names of its digests.
 * Keys go in and out as `spki` and `pkcs8`. Everything else is asked of the platform. Failures are the exceptions that WebCrypto names.
 */
export class NationalSubtle {
  readonly #platform: SubtleCrypto;
  readonly #digests: readonly DigestScheme[];
  readonly #kinds: readonly KeyKind[];
  readonly #random: (octets: Bytes) => void;

  constructor(platform: SubtleCrypto, digests: readonly DigestScheme[], kinds: readonly KeyKind[], random: (octets: Bytes) => void) {
    this.#platform = platform;
    this.#digests = digests;
    this.#kinds = kinds;
    this.#random = random;
  }

  async digest(algorithm: AlgorithmIdentifier, data: BufferSource): Promise<ArrayBuffer> {
    const scheme = this.#digests.find(({ name }) => same(name, nameOf(algorithm)));
    if (!scheme) return this.#platform.digest(algorithm, data);
    return (await scheme.digest(octetsOf(data), {})).buffer;
  }

  async generateKey(algorithm: AlgorithmIdentifier, extractable: boolean, usages: readonly KeyUsage[]): Promise<CryptoKeyPair | CryptoKey> {
    const own = this.#find(algorithm);
    if (!own) return this.#platform.generateKey(algorithm, extractable, [...usages]);
    const { kind, scheme } = own;
    const curve = (algorithm as Partial<NationalKeyGenParams>).namedCurve;
    if (typeof curve !== "string") throw new TypeError("namedCurve is missing");
    for (const usage of usages) if (usage !== "sign" && usage !== "verify") throw exception("SyntaxError");
    if (!usages.includes("sign")) throw exception("SyntaxError");
    return inPlatformTerms(() => {
      const { secret, spki } = kind.generate(scheme, curve, this.#random);
      return {
        privateKey: new NationalKey({ kind, scheme, spki, secret: new SecretOctets(secret) }, curve, extractable, ["sign"]),
        publicKey: new NationalKey({ kind, scheme, spki }, curve, true, usages.includes("verify") ? ["verify"] : []),
      };
    });
  }

  async importKey(
    format: KeyFormat,
    data: BufferSource | JsonWebKey,
    algorithm: AlgorithmIdentifier,
    extractable: boolean,
    usages: readonly KeyUsage[],
  ): Promise<CryptoKey> {
    const own = this.#find(algorithm);
    if (!own) return (this.#platform.importKey as ImportAny).call(this.#platform, format, data, algorithm, extractable, [...usages]);
    const { kind, scheme } = own;
    if (format !== "spki" && format !== "pkcs8") throw exception("NotSupportedError");
    const wanted = format === "spki" ? "verify" : "sign";
    if (usages.some((usage) => usage !== wanted) || (format === "pkcs8" && usages.length === 0)) throw exception("SyntaxError");
    const octets = octetsOf(data as BufferSource);
    return inPlatformTerms(() => {
      if (format === "spki") {
        if (!scheme.fits(readPublicKeyInfo(octets))) throw exception("DataError", "algorithm.mismatch");
        const curve = kind.curveOf(octets);
        return new NationalKey({ kind, scheme, spki: octets }, curve, true, usages);
      }
      try {
        const { secret, spki } = kind.readPrivate(scheme, octets);
        return new NationalKey({ kind, scheme, spki, secret: new SecretOctets(secret) }, kind.curveOf(spki), extractable, usages);
      } finally {
        octets.fill(0);
      }
    }, "DataError");
  }

  async exportKey(format: KeyFormat, key: CryptoKey): Promise<ArrayBuffer | JsonWebKey> {
    const inside = insideOf(key);
    if (!inside) return (this.#platform.exportKey as ExportAny).call(this.#platform, format, key);
    if (!key.extractable) throw exception("InvalidAccessError");
    if (format === "spki" && key.type === "public") return copy(inside.spki).buffer;
    if (format === "pkcs8" && key.type === "private")
      return useHalves(inside, ({ secret, spki }) => writePrivateKeyInfo(identifierOf(spki), secret)).buffer;
    throw exception(format === "spki" || format === "pkcs8" ? "InvalidAccessError" : "NotSupportedError");
  }

  async sign(algorithm: AlgorithmIdentifier, key: CryptoKey, data: BufferSource): Promise<ArrayBuffer> {
    const inside = insideOf(key);
    if (!inside) return this.#platform.sign(algorithm, key, data);
    assertUse(algorithm, key, "sign");
    const octets = octetsOf(data);
    const entropy = new Uint8Array(32);
    this.#random(entropy);
    return inPlatformTerms(() => useHalves(inside, (halves) => inside.kind.sign(inside.scheme, halves, octets, entropy)).buffer);
  }

  async verify(algorithm: AlgorithmIdentifier, key: CryptoKey, signature: BufferSource, data: BufferSource): Promise<boolean> {
    const inside = insideOf(key);
    if (!inside) return this.#platform.verify(algorithm, key, signature, data);
    assertUse(algorithm, key, "verify");
    const { scheme, spki } = inside;
    return scheme.verify({ spki, key: readPublicKeyInfo(spki), data: octetsOf(data), signature: octetsOf(signature) });
  }

  encrypt(...call: Parameters<SubtleCrypto["encrypt"]>): Promise<ArrayBuffer> {
    return this.#platform.encrypt(...refusing(call, 1));
  }

  decrypt(...call: Parameters<SubtleCrypto["decrypt"]>): Promise<ArrayBuffer> {
    return this.#platform.decrypt(...refusing(call, 1));
  }

  deriveBits(...call: Parameters<SubtleCrypto["deriveBits"]>): Promise<ArrayBuffer> {
    return this.#platform.deriveBits(...refusing(call, 1));
  }

  deriveKey(...call: Parameters<SubtleCrypto["deriveKey"]>): Promise<CryptoKey> {
    return this.#platform.deriveKey(...refusing(call, 1));
  }

  wrapKey(...call: Parameters<SubtleCrypto["wrapKey"]>): Promise<ArrayBuffer> {
    return this.#platform.wrapKey(...refusing(refusing(call, 1), 2));
  }

  unwrapKey(...call: Parameters<SubtleCrypto["unwrapKey"]>): Promise<CryptoKey> {
    return this.#platform.unwrapKey(...refusing(call, 2));
  }

  #find(algorithm: AlgorithmIdentifier): { readonly kind: KeyKind; readonly scheme: SignatureScheme } | undefined {
    const name = nameOf(algorithm);
    for (const kind of this.#kinds) {
      const scheme = kind.schemes.find(({ id }) => same(id, name));
      if (scheme) return { kind, scheme };
    }
    return undefined;
  }
}

type ImportAny = (
  format: KeyFormat,
  data: BufferSource | JsonWebKey,
  algorithm: AlgorithmIdentifier,
  extractable: boolean,
  usages: KeyUsage[],
) => Promise<CryptoKey>;
type ExportAny = (format: KeyFormat, key: CryptoKey) => Promise<ArrayBuffer | JsonWebKey>;

const nameOf = (algorithm: AlgorithmIdentifier): string => (typeof algorithm === "string" ? algorithm : algorithm.name);

/** WebCrypto compares names so. */
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function octetsOf(data: BufferSource): Bytes {
  return ArrayBuffer.isView(data) ? copy(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)) : copy(new Uint8Array(data));
}

/** AlgorithmIdentifier of a public key. */
function identifierOf(spki: Bytes): Bytes {
  return new DerFields(readDer(spki, TAG.sequence, "public key"), "public key").next(TAG.sequence).raw.slice();
}

function assertUse(algorithm: AlgorithmIdentifier, key: CryptoKey, usage: KeyUsage): void {
  if (!same(nameOf(algorithm), key.algorithm.name) || !key.usages.includes(usage)) throw exception("InvalidAccessError");
}

/** These keys sign and verify, nothing else. */
function refusing<T extends readonly unknown[]>(call: T, place: number): T {
  if (insideOf(call[place] as CryptoKey)) throw exception("InvalidAccessError");
  return call;
}

function exception(name: string, message: string = name): DOMException {
  return new DOMException(message, name);
}

/** Our refusals as WebCrypto's: what cannot be read is `DataError`, an unknown curve `NotSupportedError`. The message is our code. */
function inPlatformTerms<T>(work: () => T, otherwise = "OperationError"): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error;
    throw exception(error.code === "algorithm.unsupported" ? "NotSupportedError" : otherwise, error.code);
  }
}
