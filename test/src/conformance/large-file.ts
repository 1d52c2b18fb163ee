import { createWriteStream, openAsBlob } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { createSimpleContainer, signContainer, signerFromCryptoKey, validateContainer, writeContainer } from "@fisc/signature";
import { createTestPki } from "@fisc/signature/testing";
import type { ConformanceCase, SuiteResult } from "./suite.ts";

const GIB = 1024 ** 3;
/** Far below the file; what a garbage collector leaves lying about is in it. */
const LIMIT = 256 * 1024 * 1024;

/** A file of one gibibyte is put into containers, signed and validated without ever being in memory. */
export async function runLargeFile(): Promise<SuiteResult> {
  const folder = await mkdtemp(join(tmpdir(), "fisc-large-"));
  try {
    const now = new Date();
    const pki = await createTestPki({ name: "Treasury", algorithm: "P-256", now });
    const person = await pki.issue({ subject: { commonName: "signer" } });
    const signer = { signer: signerFromCryptoKey(person.privateKey.key, person.certificate), chain: person.chain, signingTime: now };
    const trust = { trustAnchors: [pki.root.certificate], crls: await pki.crls(), at: now };
    const path = (name: string): string => join(folder, name);
    const sink = (name: string): WritableStream<Uint8Array> => Writable.toWeb(createWriteStream(path(name))) as WritableStream<Uint8Array>;
    const file = await open(path("scan.pdf"), "w");
    await file.truncate(GIB);
    await file.close();
    const watch = watchMemory();
    const data = { name: "scan.pdf", bytes: await openAsBlob(path("scan.pdf")) };
    const cases: ConformanceCase[] = [];
    const validated = async (name: string): Promise<void> => {
      const { passed } = await validateContainer({ ...trust, container: await openAsBlob(path(name)) });
      cases.push({ name: `${name} with a file of 1 GiB`, expected: "passes", found: passed ? "passes" : "fails", agrees: passed });
    };
    await writeContainer([data], sink("unsigned.asice"));
    await signContainer({ ...signer, container: await openAsBlob(path("unsigned.asice")) }, sink("signed.asice"));
    await rm(path("unsigned.asice"));
    await validated("signed.asice");
    await rm(path("signed.asice"));
    await createSimpleContainer({ ...signer, file: data }, sink("signed.asics"));
    await validated("signed.asics");
    const grown = watch();
    const mebibytes = `${Math.round(grown / 1024 / 1024)} MiB`;
    cases.push({ name: "memory of the process grows by no more than 256 MiB", expected: "yes", found: mebibytes, agrees: grown <= LIMIT });
    return { name: "Large files", about: "ASiC-E and ASiC-S around 1 GiB: made, signed, validated piece by piece", cases, listed: true };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Gives, when asked, by how much the resident memory was at most larger than now. */
function watchMemory(): () => number {
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => void (most = Math.max(most, process.memoryUsage().rss)), 50);
  return () => {
    clearInterval(timer);
    return Math.max(most, process.memoryUsage().rss) - before;
  };
}
