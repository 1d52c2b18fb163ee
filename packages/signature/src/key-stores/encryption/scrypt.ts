import type { Bytes } from "../../bytes.ts";
import { DerFields, malformed, TAG, type DerNode } from "../../der/read.ts";
import { readOctets, readSmall } from "../../der/values.ts";
import { SignatureError } from "../../errors.ts";
import type { OpeningContext } from "../locked-store.ts";

const WHAT = "encryption";
/** Octets of memory that a file may have filled. OpenSSL's default takes 16 MiB. */
const MOST_MEMORY = 64 * 1024 * 1024;
/** Milliseconds after which it lets others run. */
const TURN = 20;

/** scrypt-params (RFC 7914 7.1). Throws `input.too-large` for more memory than 64 MiB, or more work than is left. */
export async function scrypt(node: DerNode, octets: number, context: OpeningContext): Promise<Bytes> {
  const fields = new DerFields(node, WHAT);
  const salt = readOctets(fields.next(TAG.octetString));
  const cost = readSmall(fields.next(TAG.integer));
  const blocks = readSmall(fields.next(TAG.integer));
  const parallel = readSmall(fields.next(TAG.integer));
  const length = fields.optional(TAG.integer);
  fields.end();
  if (length && readSmall(length) !== octets) throw malformed(WHAT);
  if (cost < 2 || (cost & (cost - 1)) !== 0 || blocks < 1 || parallel < 1) throw malformed(WHAT);
  if (128 * blocks * (cost + parallel) > MOST_MEMORY) throw new SignatureError("input.too-large", { what: "memory" });
  // a block of 128 octets is written and read again: four Salsa20/8, each some steps
  context.work.spend(cost * parallel, 2 * blocks);
  const { scryptAsync } = await import("@noble/hashes/scrypt.js");
  const secret = new TextEncoder().encode(context.password);
  try {
    const options = { N: cost, r: blocks, p: parallel, dkLen: octets, asyncTick: TURN, maxmem: MOST_MEMORY + 1024 * 1024 };
    return new Uint8Array(await scryptAsync(secret, salt, options));
  } finally {
    secret.fill(0);
  }
}
