import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { DemoStop } from "../stop.ts";

const run = promisify(execFile);

/** Where SoftHSM2's library is: Debian and Ubuntu by architecture, Fedora, Homebrew. */
const libraries = [
  "/usr/lib/softhsm/libsofthsm2.so",
  "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
  "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
  "/usr/lib64/pkcs11/libsofthsm2.so",
  "/opt/homebrew/lib/softhsm/libsofthsm2.so",
];

export interface TokenAccess {
  readonly label: string;
  readonly pin: string;
}

export type KeyType = "rsa:2048" | "EC:prime256v1";

/** SoftHSM2 with a folder of its own, where every person's token lies: a software stand-in for the USB keys on their desks. */
export interface TokenStore {
  readonly module: string;
  /** Path of the configuration: the value of `SOFTHSM2_CONF`. */
  readonly configuration: string;
}

/** Makes the folder and its configuration, where they are not there yet. */
export async function openTokenStore(directory: string): Promise<TokenStore> {
  const module = libraries.find((path) => existsSync(path));
  if (!module) throw new DemoStop("SoftHSM2's library was not found. Install it: sudo apt-get install -y softhsm2 opensc");
  const tokens = join(directory, "softhsm");
  await mkdir(tokens, { recursive: true, mode: 0o700 });
  const configuration = join(directory, "softhsm2.conf");
  await writeFile(configuration, `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\nslots.removable = false\n`);
  return { module, configuration };
}

/** A new token whose key pair is made on it. `certify` gets the public key (SubjectPublicKeyInfo, DER) and gives the certificate (DER) to put beside it. */
export async function makeToken(
  store: TokenStore,
  access: TokenAccess & { readonly keyType: KeyType },
  certify: (publicKey: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const env = { ...process.env, SOFTHSM2_CONF: store.configuration };
  const tool = (...args: readonly string[]): Promise<unknown> => run("pkcs11-tool", ["--module", store.module, "--token-label", access.label, ...args], { env });
  const folder = await mkdtemp(join(tmpdir(), "fisc-token-"));
  try {
    await run("softhsm2-util", ["--delete-token", "--token", access.label], { env }).catch(() => {}); // one that an interrupted start left half made
    await run("softhsm2-util", ["--init-token", "--free", "--label", access.label, "--so-pin", `${access.pin}00`, "--pin", access.pin], { env });
    await tool("--login", "--pin", access.pin, "--keypairgen", "--key-type", access.keyType, "--id", "01", "--label", access.label, "--usage-sign");
    const publicKey = join(folder, "public-key.der");
    await tool("--read-object", "--type", "pubkey", "--id", "01", "--output-file", publicKey);
    const certificate = await certify(Uint8Array.from(await readFile(publicKey)));
    const file = join(folder, "certificate.der");
    await writeFile(file, certificate);
    await tool("--login", "--pin", access.pin, "--write-object", file, "--type", "cert", "--id", "01", "--label", access.label);
    return certificate;
  } catch (error) {
    const reason = error instanceof Error && "stderr" in error ? String(error.stderr).trim().split("\n").at(-1) : String(error);
    throw new DemoStop(`The token ${access.label} could not be made: ${reason}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
