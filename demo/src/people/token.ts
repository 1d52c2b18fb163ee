import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
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
  /** Folder that holds one folder a token. */
  readonly tokens: string;
  /** Path of the configuration: the value of `SOFTHSM2_CONF`. */
  readonly configuration: string;
}

/** Makes the folder and its configuration, where they are not there yet. */
export async function openTokenStore(directory: string): Promise<TokenStore> {
  const module = libraries.find((path) => existsSync(path));
  if (!module) throw new DemoStop("SoftHSM2's library was not found. Install it: sudo apt-get install -y softhsm2 opensc");
  return { module, ...(await configure(directory)) };
}

async function configure(directory: string): Promise<Pick<TokenStore, "tokens" | "configuration">> {
  const tokens = join(directory, "softhsm");
  await mkdir(tokens, { recursive: true, mode: 0o700 });
  const configuration = join(directory, "softhsm2.conf");
  await writeFile(
    configuration,
    `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\nslots.removable = false\n`,
  );
  return { tokens, configuration };
}

/** Deletes a token of this name, if there is one: what an interrupted start left half made. One at a time. */
export async function removeToken(store: TokenStore, label: string): Promise<void> {
  await run("softhsm2-util", ["--delete-token", "--token", label], { env: environment(store) }).catch(() => {});
}

/**
 * A new token whose key pair is made on it. `certify` gets the public key (SubjectPublicKeyInfo, DER) and gives the certificate (DER)
 * to put beside it. The token is made in a folder of its own and moved into the store once it is whole: SoftHSM2 processes that look
 * for a free slot in one folder at once trip over each other.
 */
export async function makeToken(
  store: TokenStore,
  access: TokenAccess & { readonly keyType: KeyType },
  certify: (publicKey: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(dirname(store.tokens), "making-"));
  const workshop: TokenStore = { module: store.module, ...(await configure(folder)) };
  const env = environment(workshop);
  const tool = (...args: readonly string[]): Promise<unknown> =>
    run("pkcs11-tool", ["--module", store.module, "--token-label", access.label, ...args], { env });
  try {
    await run("softhsm2-util", ["--init-token", "--free", "--label", access.label, "--so-pin", `${access.pin}00`, "--pin", access.pin], {
      env,
    });
    await tool(
      "--login",
      "--pin",
      access.pin,
      "--keypairgen",
      "--key-type",
      access.keyType,
      "--id",
      "01",
      "--label",
      access.label,
      "--usage-sign",
    );
    const publicKey = join(folder, "public-key.der");
    await tool("--read-object", "--type", "pubkey", "--id", "01", "--output-file", publicKey);
    const certificate = await certify(Uint8Array.from(await readFile(publicKey)));
    const file = join(folder, "certificate.der");
    await writeFile(file, certificate);
    await tool("--login", "--pin", access.pin, "--write-object", file, "--type", "cert", "--id", "01", "--label", access.label);
    for (const token of await readdir(workshop.tokens)) await rename(join(workshop.tokens, token), join(store.tokens, token));
    return certificate;
  } catch (error) {
    const reason = error instanceof Error && "stderr" in error ? String(error.stderr).trim().split("\n").at(-1) : String(error);
    throw new DemoStop(`The token ${access.label} could not be made: ${reason}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function environment(store: TokenStore): NodeJS.ProcessEnv {
  return { ...process.env, SOFTHSM2_CONF: store.configuration };
}
