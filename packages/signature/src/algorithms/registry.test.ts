import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { AlgorithmRegistry, SignatureError, STANDARD_ALGORITHMS } from "../index.ts";
import type { Bytes } from "../bytes.ts";
import { DerFields, readDer, TAG } from "../der/read.ts";
import { bitString, nullValue, oid, sequence, unsigned } from "../der/write.ts";
import { DSA_SHA1 } from "../testing/index.ts";
import { violatedConstraint } from "./constraints.ts";
import { readPublicKeyInfo } from "./public-key.ts";
import { verifySignature } from "./verify.ts";

const DSA_WITH_SHA1 = sequence(oid("1.2.840.10040.4.3"));

/** A key and a signature over `data` by OpenSSL. */
function signedByOpenSsl(data: Bytes): { spki: Bytes; signature: Bytes } {
  const folder = mkdtempSync(join(tmpdir(), "dsa-"));
  const file = (name: string): string => join(folder, name);
  try {
    const quiet = { stdio: ["ignore", "pipe", "ignore"] as ["ignore", "pipe", "ignore"] };
    execFileSync(
      "openssl",
      [
        "genpkey",
        "-genparam",
        "-algorithm",
        "DSA",
        "-pkeyopt",
        "dsa_paramgen_bits:1024",
        "-pkeyopt",
        "dsa_paramgen_q_bits:160",
        "-out",
        file("p.pem"),
      ],
      quiet,
    );
    execFileSync("openssl", ["genpkey", "-paramfile", file("p.pem"), "-out", file("k.pem")], quiet);
    writeFileSync(file("data"), data);
    const signature = execFileSync("openssl", ["dgst", "-sha1", "-sign", file("k.pem"), file("data")], quiet);
    const spki = execFileSync("openssl", ["pkey", "-in", file("k.pem"), "-pubout", "-outform", "DER"], quiet);
    return { spki: new Uint8Array(spki), signature: new Uint8Array(signature) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("given an algorithm from outside", () => {
  const registry = STANDARD_ALGORITHMS.with(DSA_SHA1);
  const data = new TextEncoder().encode("signed by another country's algorithm");
  const { spki, signature } = signedByOpenSsl(data);
  const scheme = registry.signature("DSA-SHA1");

  it("when the registry has it, then it is identified, allowed and verified; the standard one does not know it", async () => {
    assert.equal(registry.identifySignature(DSA_WITH_SHA1)?.id, "DSA-SHA1");
    assert.equal(STANDARD_ALGORITHMS.identifySignature(DSA_WITH_SHA1), undefined);
    assert.equal(violatedConstraint("DSA-SHA1", readPublicKeyInfo(spki), {}, { registry }), null);
    assert.equal(violatedConstraint("DSA-SHA1", readPublicKeyInfo(spki)), "DSA-SHA1");
    assert.equal(await verifySignature({ spki, algorithm: "DSA-SHA1", data, signature, registry }), true);
    await assert.rejects(
      verifySignature({ spki, algorithm: "DSA-SHA1", data, signature }),
      (error) => error instanceof SignatureError && error.code === "algorithm.unsupported",
    );
  });
  it("when data, signature or key are others, then nothing verifies", async () => {
    const verify = (input: Partial<{ data: Bytes; signature: Bytes; spki: Bytes }>): Promise<boolean> =>
      verifySignature({ spki, algorithm: "DSA-SHA1", data, signature, registry, ...input });
    assert.equal(await verify({ data: data.with(0, 0) }), false);
    assert.equal(await verify({ signature: signature.with(6, (signature[6] ?? 0) ^ 1) }), false);
    assert.equal(await verify({ signature: sequence(unsigned(Uint8Array.of(0)), unsigned(Uint8Array.of(1))) }), false);
    assert.equal(await verify({ signature: sequence() }), false);
    assert.equal(await verify({ spki: signedByOpenSsl(data).spki }), false);
  });
  it("when a key leaves its parameters out, then it takes them from a key of the same kind, and from no other", async () => {
    const fields = scheme.parameters ?? assert.fail();
    assert.equal(fields.missing(spki), false);
    const whole = new DerFields(readDer(spki, TAG.sequence, "key"), "key");
    whole.next(TAG.sequence);
    const bare = sequence(sequence(oid("1.2.840.10040.4.1")), whole.next(TAG.bitString).raw);
    assert.equal(fields.missing(bare), true);
    const completed = fields.inherit(bare, spki) ?? assert.fail();
    assert.deepEqual(completed, spki);
    assert.equal(await verifySignature({ spki: completed, algorithm: "DSA-SHA1", data, signature, registry }), true);
    assert.equal(await verifySignature({ spki: bare, algorithm: "DSA-SHA1", data, signature, registry }), false);
    const rsa = sequence(
      sequence(oid("1.2.840.113549.1.1.1"), nullValue()),
      bitString(sequence(unsigned(Uint8Array.of(9)), unsigned(Uint8Array.of(3)))),
    );
    assert.equal(fields.inherit(bare, rsa), null);
  });
});

describe("given a registry without packages", () => {
  it("when anything is asked of it, then it is unsupported by name", () => {
    const empty = new AlgorithmRegistry();
    assert.throws(() => empty.signature("ECDSA-SHA256"), { code: "algorithm.unsupported" });
    assert.throws(() => empty.digest("SHA-256"), { code: "algorithm.unsupported" });
  });
});
