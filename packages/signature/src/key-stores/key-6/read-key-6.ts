import { asyncLoop } from "@noble/hashes/utils.js";
import { concat, type Bytes } from "../../bytes.ts";
import { readBer } from "../../der/ber.ts";
import { DerFields, malformed, TAG } from "../../der/read.ts";
import { readOctets, readOid } from "../../der/values.ts";
import { SignatureError } from "../../errors.ts";
import { DKE_1, ecbDecrypt, gost28147, gost28147Mac } from "../../national/gost28147/index.ts";
import { gost34311 } from "../../national/gost34311/index.ts";
import { sameTag } from "../../national/hash/mac.ts";
import type { LockedStore, OpeningContext } from "../locked-store.ts";
import { readEncryptedKey } from "../pkcs12/safe-bags.ts";
import { KEY_6 } from "./object-identifiers.ts";
import { windows1251 } from "./windows-1251.ts";

const WHAT = "Key-6";
const PASSES = 10_000;
/** Steps that one GOST 34.311 counts, as in `hashes.ts`. */
const COST = 20;
const BLOCK = 8;
/** Milliseconds after which the passes let others run. */
const TURN = 20;

/**
 * The file `Key-6.dat`: an EncryptedPrivateKeyInfo under an algorithm of its own. GOST 28147-89 in ECB mode, its MAC of
 * four octets over what is in the clear; the last block's rest stands with the parameters. Throws `der.malformed` or `algorithm.unsupported`.
 */
export function readKey6(file: Bytes): LockedStore {
  const { algorithm, data } = readEncryptedKey(readBer(file, TAG.sequence, WHAT));
  const fields = new DerFields(algorithm, WHAT);
  const oid = readOid(fields.next(TAG.oid));
  if (oid !== KEY_6.encryption) throw new SignatureError("algorithm.unsupported", { algorithm: oid });
  const parameters = new DerFields(fields.next(TAG.sequence), WHAT);
  fields.end();
  const mac = readOctets(parameters.next(TAG.octetString));
  const restNode = parameters.optional(TAG.octetString);
  parameters.end();
  const rest = restNode ? readOctets(restNode) : new Uint8Array();
  if (mac.length !== 4 || data.length === 0 || rest.length >= BLOCK || (data.length + rest.length) % BLOCK !== 0) throw malformed(WHAT);
  return {
    format: "Key-6",
    passwordNeeded: true,
    certificates: [],
    keyLabels: [],
    unlock: async (context) => ({ keys: [{ privateKeyInfo: await unlock({ data, rest, mac }, context) }], certificates: [] }),
  };
}

interface Encrypted {
  readonly data: Bytes;
  readonly rest: Bytes;
  readonly mac: Bytes;
}

/** Programs of the field take passwords in UTF-8 and, older ones, in windows-1251, which differ where they are not ASCII. */
async function unlock(encrypted: Encrypted, { password, work }: OpeningContext): Promise<Bytes> {
  const utf8 = new TextEncoder().encode(password);
  const older = utf8.length === password.length ? undefined : windows1251(password);
  for (const secret of older ? [utf8, older] : [utf8]) {
    work.spend(PASSES, COST);
    const plain = await decrypt(encrypted, secret);
    if (plain) return plain;
  }
  throw new SignatureError("store.wrong-password");
}

/** `null` for a wrong password. Damage of the file ends as `store.malformed` where a right password can be told by the first octets. */
async function decrypt({ data, rest, mac }: Encrypted, secret: Uint8Array): Promise<Bytes | null> {
  const hash = gost34311(DKE_1);
  let key = hash(secret);
  secret.fill(0);
  await asyncLoop(PASSES - 1, TURN, () => {
    key = hash(key);
  });
  const cipher = gost28147(key, DKE_1);
  const whole = ecbDecrypt(cipher).update(concat(data, rest));
  const plain = whole.slice(0, data.length);
  try {
    if (sameTag(gost28147Mac(cipher).update(plain).digest(), mac)) return plain;
    const right = beginsAsKey(plain);
    plain.fill(0);
    if (right) throw new SignatureError("store.malformed", { what: "mac" });
    return null;
  } finally {
    for (const secretOctets of [key, whole]) secretOctets.fill(0);
    cipher.destroy();
  }
}

/** SEQUENCE of just this length, version 0, SEQUENCE: by chance one in 2^40. */
function beginsAsKey(plain: Bytes): boolean {
  const octets = (plain[1] ?? 0) < 0x80 ? 0 : (plain[1] ?? 0) & 0x7f;
  const length = octets === 0 ? (plain[1] ?? 0) : plain.subarray(2, 2 + octets).reduce((sum, octet) => sum * 256 + octet, 0);
  const start = 2 + octets;
  return plain[0] === TAG.sequence && plain.length === start + length && plain[start] === TAG.integer && plain[start + 3] === TAG.sequence;
}
