import { webCrypto } from "../../algorithms/web-crypto.ts";
import type { CryptoOption } from "../../algorithms/scheme.ts";
import { concat, type Bytes } from "../../bytes.ts";
import { DerFields, malformed, TAG, type DerNode } from "../../der/read.ts";
import { readOctets, readOid, readSmall } from "../../der/values.ts";
import { SignatureError } from "../../errors.ts";
import type { BlockCipher } from "../../national/block-cipher/block-cipher.ts";
import type { CipherStream } from "../../national/block-cipher/modes.ts";

const WHAT = "encryption";

/** A cipher with its parameters, that only a key is missing to. */
export interface StoreCipher {
  /** Of the key. */
  readonly octets: number;
  /** `null` where the padding is wrong, which says that the key is. */
  decrypt(key: Bytes, data: Bytes, option: CryptoOption): Promise<Bytes | null>;
}

/** Reads the encryption scheme of PBES2 (RFC 8018 B.2). Throws `algorithm.unsupported` or `der.malformed`. */
export function readCipher(node: DerNode): StoreCipher {
  const fields = new DerFields(node, WHAT);
  const oid = readOid(fields.next(TAG.oid));
  const parameters = fields.any();
  fields.end();
  const read = Object.hasOwn(CIPHERS, oid) ? CIPHERS[oid] : undefined;
  if (!read) throw new SignatureError("algorithm.unsupported", { algorithm: oid });
  return read(parameters);
}

const CIPHERS: Readonly<Record<string, (parameters: DerNode) => StoreCipher>> = {
  "2.16.840.1.101.3.4.1.2": (parameters) => aes(16, parameters),
  "2.16.840.1.101.3.4.1.22": (parameters) => aes(24, parameters),
  "2.16.840.1.101.3.4.1.42": (parameters) => aes(32, parameters),
  "1.2.840.113549.3.7": (parameters) => tripleDesCbc(24, vector(parameters, 8)),
  "1.2.840.113549.3.2": rc2Parameters,
  "1.2.804.2.1.1.1.1.1.1.2": (parameters) => gost28147(parameters, "counter"),
  "1.2.804.2.1.1.1.1.1.1.3": (parameters) => gost28147(parameters, "cfb"),
  "1.2.804.2.1.1.1.1.1.3.5.2": kalynaCbc,
};

function vector(node: DerNode, octets: number): Bytes {
  const iv = readOctets(node);
  if (iv.length !== octets) throw malformed(WHAT);
  return iv;
}

function aes(octets: number, parameters: DerNode): StoreCipher {
  const iv = vector(parameters, 16);
  return {
    octets,
    async decrypt(key, data, option) {
      checkBlocks(data, 16);
      const subtle = webCrypto(option);
      const imported = await subtle.importKey("raw", key, "AES-CBC", false, ["decrypt"]).catch((cause: unknown) => {
        // some browsers have no AES with 192 bits
        throw new SignatureError("algorithm.unsupported", { algorithm: `AES-${8 * octets}` }, { cause });
      });
      try {
        return new Uint8Array(await subtle.decrypt({ name: "AES-CBC", iv }, imported, data));
      } catch {
        return null;
      }
    },
  };
}

/** `octets` 16: two keys, of which the first comes again as the third. */
export function tripleDesCbc(octets: 16 | 24, iv: Bytes): StoreCipher {
  return {
    octets,
    async decrypt(key, data) {
      const { cbcDecrypt, tripleDes } = await import("../../national/des/index.ts");
      return inBlocks(tripleDes(octets === 24 ? key : concat(key, key.subarray(0, 8))), data, (cipher) => cbcDecrypt(cipher, iv, "pkcs7"));
    },
  };
}

export function rc2Cbc(octets: number, effectiveBits: number, iv: Bytes): StoreCipher {
  return {
    octets,
    async decrypt(key, data) {
      const { cbcDecrypt, rc2 } = await import("../../national/rc2/index.ts");
      return inBlocks(rc2(key, effectiveBits), data, (cipher) => cbcDecrypt(cipher, iv, "pkcs7"));
    },
  };
}

/** RFC 8018 B.2.3: the version is a code for the effective bits. */
const RC2_VERSIONS: Readonly<Record<number, number>> = { 160: 40, 120: 64, 58: 128 };

function rc2Parameters(node: DerNode): StoreCipher {
  const fields = new DerFields(node, WHAT);
  const bits = RC2_VERSIONS[readSmall(fields.next(TAG.integer))];
  const iv = vector(fields.next(TAG.octetString), 8);
  fields.end();
  if (!bits) throw new SignatureError("algorithm.unsupported", { algorithm: "RC2" });
  return rc2Cbc(bits / 8, bits, iv);
}

/** Start vector and S-box, which may be left out. */
function gost28147(node: DerNode, mode: "cfb" | "counter"): StoreCipher {
  const fields = new DerFields(node, WHAT);
  const iv = vector(fields.next(TAG.octetString), 8);
  const box = fields.optional(TAG.octetString);
  fields.end();
  return {
    octets: 32,
    async decrypt(key, data) {
      const gost = await import("../../national/gost28147/index.ts");
      const cipher = gost.gost28147(key, box ? gost.readSubstitution(readOctets(box)) : gost.DKE_1);
      try {
        return (mode === "cfb" ? gost.cfbDecrypt(cipher, iv) : gost.gost28147Counter(cipher, iv)).update(data);
      } finally {
        cipher.destroy();
      }
    },
  };
}

/** DSTU 7624 with blocks and keys of 256 bits. */
function kalynaCbc(node: DerNode): StoreCipher {
  const fields = new DerFields(node, WHAT);
  const iv = vector(fields.next(TAG.octetString), 32);
  fields.end();
  return {
    octets: 32,
    async decrypt(key, data) {
      const { cbcDecrypt, dstu7624 } = await import("../../national/dstu7624/index.ts");
      return inBlocks(dstu7624(key, 32), data, (cipher) => cbcDecrypt(cipher, iv, "pkcs7"));
    },
  };
}

function inBlocks(cipher: BlockCipher, data: Bytes, start: (cipher: BlockCipher) => CipherStream): Bytes | null {
  const pieces: Bytes[] = [];
  try {
    checkBlocks(data, cipher.blockLen);
    const stream = start(cipher);
    pieces.push(stream.update(data));
    try {
      pieces.push(stream.finish());
    } catch {
      return null;
    }
    return concat(...pieces);
  } finally {
    cipher.destroy();
    for (const piece of pieces) piece.fill(0);
  }
}

/** Cut or grown by a transport: no password makes whole blocks of it. */
function checkBlocks(data: Bytes, blockLen: number): void {
  if (data.length === 0 || data.length % blockLen !== 0) throw malformed("encrypted data");
}
