import type { Bytes } from "../bytes.ts";
import { nativeCrypto, nativeHash, verifyNatively, type NativeCrypto, type NativeParameters } from "./native-crypto.ts";
import type { CryptoOption, SignatureToVerify, StandardDigest } from "./scheme.ts";

export function webCrypto(option: CryptoOption): SubtleCrypto {
  return (option.crypto ?? globalThis.crypto).subtle;
}

/** Octets up to which hashing at once is quicker than having it done in another thread, and delays nobody. */
const AT_ONCE = 65_536;
/** The same for verifying, which costs something in any case: a larger list is left to another thread. */
const LARGEST_AT_ONCE = 1_048_576;

export async function platformDigest(name: StandardDigest | "SHA-1", bytes: Bytes, option: CryptoOption): Promise<Bytes> {
  const native = bytes.length <= AT_ONCE ? nativeCrypto(option) : undefined;
  if (native) return new Uint8Array(native.createHash(nativeHash(name)).update(bytes).digest());
  return new Uint8Array(await webCrypto(option).digest(name, bytes));
}

/** How one kind of signature is called by both interfaces of a platform. */
export interface PlatformVerification {
  readonly hash: StandardDigest | "SHA-1";
  readonly key: RsaHashedImportParams | EcKeyImportParams;
  readonly parameters: AlgorithmIdentifier | RsaPssParams | EcdsaParams;
  native(constants: NativeCrypto["constants"]): NativeParameters;
}

/** One verification by the platform. It refuses some keys itself (a point off the curve): then nothing verifies under them. */
export async function verifyByPlatform(input: SignatureToVerify, how: PlatformVerification): Promise<boolean> {
  const native = input.data.length <= LARGEST_AT_ONCE ? nativeCrypto(input) : undefined;
  if (native) return verifyNatively(native, how.hash, how.native(native.constants), input);
  const subtle = webCrypto(input);
  try {
    const imported = await subtle.importKey("spki", input.spki, how.key, false, ["verify"]);
    return await subtle.verify(how.parameters, imported, input.signature, input.data);
  } catch {
    return false;
  }
}

export function pkcs1(hash: StandardDigest | "SHA-1"): PlatformVerification {
  return {
    hash,
    key: { name: "RSASSA-PKCS1-v1_5", hash },
    parameters: "RSASSA-PKCS1-v1_5",
    native: ({ RSA_PKCS1_PADDING: padding }) => ({ padding }),
  };
}

export function pss(hash: StandardDigest, saltLength: number): PlatformVerification {
  return {
    hash,
    key: { name: "RSA-PSS", hash },
    parameters: { name: "RSA-PSS", saltLength },
    native: ({ RSA_PKCS1_PSS_PADDING: padding }) => ({ padding, saltLength }),
  };
}

/** The value is `r‖s`. */
export function ecdsa(hash: StandardDigest | "SHA-1", namedCurve: string): PlatformVerification {
  return {
    hash,
    key: { name: "ECDSA", namedCurve },
    parameters: { name: "ECDSA", hash },
    native: () => ({ dsaEncoding: "ieee-p1363" }),
  };
}
