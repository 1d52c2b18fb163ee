import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";

const run = promisify(execFile);

export interface CheckedContainer {
  /** Names of everything in it. */
  readonly entries: readonly string[];
  /** One line a signature: whose it is. */
  readonly signers: readonly string[];
}

/**
 * Opens an ASiC-E container with an outside ZIP library and lets OpenSSL verify every signature in it, with the digests that each
 * manifest names: nothing of Fisc's own code takes part. Throws where anything does not hold.
 */
export async function checkContainer(container: Uint8Array, trustFile: string): Promise<CheckedContainer> {
  const folder = await mkdtemp(join(tmpdir(), "fisc-container-"));
  try {
    const zip = new ZipReader(new Uint8ArrayReader(container));
    const files = new Map<string, Uint8Array>();
    for (const entry of await zip.getEntries()) {
      if (entry.directory) continue;
      files.set(entry.filename, await entry.getData(new Uint8ArrayWriter()));
    }
    await zip.close();
    const signatures = [...files.keys()].filter((name) => /^META-INF\/signature\d+\.p7s$/.test(name)).sort();
    if (signatures.length === 0) throw new Error("the container holds no signature");
    const signers: string[] = [];
    for (const name of signatures) {
      const manifestName = name.replace("signature", "ASiCManifest").replace(".p7s", ".xml");
      const manifest = files.get(manifestName);
      if (!manifest) throw new Error(`${manifestName} is missing`);
      checkDigests(Buffer.from(manifest).toString("utf8"), files, manifestName);
      signers.push(await opensslVerify(folder, name, files.get(name) ?? new Uint8Array(), manifest, trustFile));
    }
    return { entries: [...files.keys()], signers };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function checkDigests(manifest: string, files: ReadonlyMap<string, Uint8Array>, name: string): void {
  const references = [...manifest.matchAll(/<(?:\w+:)?DataObjectReference[^>]*\bURI="([^"]+)"[\s\S]*?<(?:\w+:)?DigestValue>([^<]+)</g)];
  if (references.length === 0) throw new Error(`${name} covers nothing`);
  for (const [, uri = "", digest] of references) {
    const file = files.get(decodeURIComponent(uri)) ?? files.get(uri);
    if (!file) throw new Error(`${name} names ${uri}, which is not there`);
    if (createHash("sha256").update(file).digest("base64") !== digest) throw new Error(`${uri} is not what ${name} says`);
  }
}

async function opensslVerify(folder: string, name: string, signature: Uint8Array, content: Uint8Array, trustFile: string): Promise<string> {
  const path = (file: string): string => join(folder, file);
  await mkdir(dirname(path(name)), { recursive: true });
  await writeFile(path(name), signature);
  await writeFile(path("content"), content);
  const verify = [
    "cms",
    "-verify",
    "-cades",
    "-binary",
    "-inform",
    "DER",
    "-in",
    path(name),
    "-content",
    path("content"),
    "-CAfile",
    trustFile,
    "-purpose",
    "any",
    "-out",
    "/dev/null",
    "-signer",
    path("signer.pem"),
  ];
  await run("openssl", verify);
  const { stdout } = await run("openssl", [
    "x509",
    "-in",
    path("signer.pem"),
    "-noout",
    "-subject",
    "-nameopt",
    "utf8,sep_comma_plus,-esc_msb",
  ]);
  return stdout.trim().replace(/^subject=/, "");
}
