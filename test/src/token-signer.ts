import { execFile } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { SignOutput } from "@fisc/core";
import type { TreasuryApi } from "@fisc/core/api";
import { prepareSigning } from "@fisc/core/signing";
import type { Demo } from "@fisc/demo/start";
import { createCades, writeAsicManifest } from "@fisc/signature";

const run = promisify(execFile);

type Offer = Awaited<ReturnType<TreasuryApi["signingRequest"]>>;
type Token = NonNullable<Demo["people"][number]["token"]>;

/** Signs with a person's real token, without a browser: for the steps that lead to a story, not for the story itself. */
export async function signWithToken(demo: Demo, token: Token, { request, presentation }: Offer): Promise<SignOutput> {
  const origin = demo.addresses.portal;
  const { manifestBytes, files, names } = await prepareSigning({ request, presentation, origin, topOrigin: origin });
  const asicManifest = writeAsicManifest({ signature: names.signature, files });
  const certificate = await readFromToken(demo, token, "cert");
  const isElliptic = new X509Certificate(certificate).publicKey.asymmetricKeyType === "ec";
  const signature = await createCades({
    content: asicManifest,
    signer: {
      certificate,
      algorithm: isElliptic ? "ECDSA-SHA256" : "RSA-PKCS1-SHA256",
      sign: (bytes) =>
        isElliptic
          ? tokenSign(demo, token, "ECDSA", createHash("sha256").update(bytes).digest())
          : tokenSign(demo, token, "SHA256-RSA-PKCS", bytes),
    },
    signingTime: demo.now(),
  });
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
  return { request: request.id, manifest: base64(manifestBytes), asicManifest: base64(asicManifest), signature: base64(signature) };
}

/** DER of what lies on the token: its certificate, or its public key (SubjectPublicKeyInfo). */
export async function readFromToken(demo: Demo, token: Pick<Token, "label">, type: "cert" | "pubkey"): Promise<Uint8Array<ArrayBuffer>> {
  return inFolder(async (folder) => {
    const file = join(folder, "object.der");
    await tool(demo, token, "--read-object", "--type", type, "--id", "01", "--output-file", file);
    return Uint8Array.from(await readFile(file));
  });
}

/** Puts another certificate beside the key of a token. */
export async function replaceCertificate(demo: Demo, token: Token, certificate: Uint8Array): Promise<void> {
  await inFolder(async (folder) => {
    const file = join(folder, "certificate.der");
    await writeFile(file, certificate);
    await tool(demo, token, "--login", "--pin", token.pin, "--delete-object", "--type", "cert", "--id", "01");
    await tool(demo, token, "--login", "--pin", token.pin, "--write-object", file, "--type", "cert", "--id", "01", "--label", token.label);
  });
}

async function tokenSign(demo: Demo, token: Token, mechanism: string, data: Uint8Array): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    const [input, output] = [join(folder, "data"), join(folder, "signature")];
    await writeFile(input, data);
    const format = mechanism === "ECDSA" ? ["--signature-format", "rs"] : [];
    await tool(
      demo,
      token,
      "--login",
      "--pin",
      token.pin,
      "--sign",
      "--mechanism",
      mechanism,
      "--id",
      "01",
      "--input-file",
      input,
      "--output-file",
      output,
      ...format,
    );
    return readFile(output);
  });
}

async function tool(demo: Demo, token: Pick<Token, "label">, ...words: readonly string[]): Promise<void> {
  const environment = { ...process.env, SOFTHSM2_CONF: demo.tokens.configuration };
  await run("pkcs11-tool", ["--module", demo.tokens.module, "--token-label", token.label, ...words], { env: environment });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "fisc-token-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
