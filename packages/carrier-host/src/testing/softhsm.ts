import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** For tests and demos: tokens of SoftHSM2, a real PKCS#11 module in software. Needs `softhsm2-util`, `pkcs11-tool` and `openssl`. */
export const SOFTHSM_MODULE = "/usr/lib/softhsm/libsofthsm2.so";

export interface SoftToken {
  readonly directory: string;
  readonly configFile: string;
  readonly label: string;
  readonly pin: string;
  /** DER. */
  readonly certificate: Buffer;
  readonly certificatePem: string;
  remove(): void;
}

/** Makes one token with one key and one self-signed certificate in a folder of its own. */
export function createSoftToken(options: {
  readonly key: "rsa:2048" | "EC:prime256v1" | "EC:secp384r1";
  readonly subject?: string;
  readonly label?: string;
  readonly pin?: string;
  readonly days?: number;
}): SoftToken {
  const { key, subject = "/CN=Test Signer", label = "fisc-test", pin = "4711", days = 30 } = options;
  const directory = mkdtempSync(join(tmpdir(), "fisc-softhsm-"));
  const configFile = join(directory, "softhsm2.conf");
  mkdirSync(join(directory, "tokens"));
  writeFileSync(
    configFile,
    `directories.tokendir = ${join(directory, "tokens")}\nobjectstore.backend = file\nlog.level = ERROR\nslots.removable = true\n`,
  );
  const run = (command: string, ...words: string[]): Buffer =>
    execFileSync(command, words, { env: { ...process.env, SOFTHSM2_CONF: configFile }, stdio: ["ignore", "pipe", "pipe"] });
  const tool = (...words: string[]): Buffer =>
    run("pkcs11-tool", "--module", SOFTHSM_MODULE, "--token-label", label, "--login", "--pin", pin, ...words);
  const file = (name: string): string => join(directory, name);
  run("softhsm2-util", "--init-token", "--free", "--label", label, "--so-pin", "12345678", "--pin", pin);
  if (key === "EC:secp384r1") {
    // pkcs11-tool of OpenSC 0.23 cannot read a P-384 public key back: this one is made outside and brought in.
    run("openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384", "-out", file("private.pem"));
    run("openssl", "pkey", "-in", file("private.pem"), "-pubout", "-out", file("public.pem"));
    run("softhsm2-util", "--import", file("private.pem"), "--token", label, "--label", "signing", "--id", "01", "--pin", pin);
  } else {
    tool("--keypairgen", "--key-type", key, "--id", "01", "--label", "signing");
    tool("--read-object", "--type", "pubkey", "--id", "01", "--output-file", file("public.der"));
    run("openssl", "pkey", "-pubin", "-inform", "DER", "-in", file("public.der"), "-out", file("public.pem"));
  }
  run(
    "openssl",
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-keyout",
    file("ca.key"),
    "-out",
    file("ca.pem"),
    "-subj",
    "/CN=Test CA",
    "-days",
    "30",
  );
  writeFileSync(file("extensions"), "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n");
  run(
    "openssl",
    "x509",
    "-new",
    "-force_pubkey",
    file("public.pem"),
    "-subj",
    subject,
    "-CA",
    file("ca.pem"),
    "-CAkey",
    file("ca.key"),
    "-days",
    String(days),
    "-extfile",
    file("extensions"),
    "-out",
    file("certificate.pem"),
  );
  run("openssl", "x509", "-in", file("certificate.pem"), "-outform", "DER", "-out", file("certificate.der"));
  tool("--write-object", file("certificate.der"), "--type", "cert", "--id", "01", "--label", "signing");
  return {
    directory,
    configFile,
    label,
    pin,
    certificate: run("cat", file("certificate.der")),
    certificatePem: file("certificate.pem"),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
