// Programs that come from the operating system: browsers, the software token, OpenSSL, fonts.
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Stop, quietly, step } from "./setup-process.mjs";

const always = [
  { package: "chromium", found: () => browser("CHROMIUM", "chromium") },
  { package: "softhsm2", found: () => program("softhsm2-util") },
  { package: "opensc", found: () => program("pkcs11-tool") },
  { package: "openssl", found: () => program("openssl") },
  { package: "fonts-noto-core", found: () => existsSync("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf") },
];
const forTests = [
  { package: "firefox-esr", found: () => browser("FIREFOX", "firefox-esr") },
  { package: "webkit2gtk-driver", found: () => program("WebKitWebDriver") },
  { package: "xvfb", found: () => program("Xvfb") },
];

function program(name) {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .concat("/usr/bin", "/usr/sbin")
    .some((folder) => {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

function browser(variable, name) {
  const named = process.env[variable];
  if (named && !existsSync(named)) throw new Stop(`${variable} names ${named}, which is not there.`);
  return named !== undefined || program(name);
}

/** Installs what is missing where that needs no password; else says the one line to run. */
export async function needPackages(command, environment) {
  const wanted = command === "demo" ? always : [...always, ...forTests];
  const missing = wanted.filter((entry) => !entry.found()).map((entry) => entry.package);
  if (missing.length === 0) return;
  if (process.platform !== "linux" || !program("apt-get")) {
    throw new Stop(
      `These are missing: ${missing.join(", ")}. Fisc installs them by itself on Debian and Ubuntu only; here, install their equivalents (or set CHROMIUM and FIREFOX to your browsers), then run the command again.`,
    );
  }
  const line = `sudo apt-get update && sudo apt-get install -y ${missing.join(" ")}`;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && (await quietly("sudo", "sudo", ["-n", "true"], environment, { allowFailure: true })) === undefined) {
    throw new Stop(
      `These packages are missing, and installing them needs your password. Run this line, then the command again:\n\n  ${line}`,
    );
  }
  const apt = (...args) =>
    quietly(
      `apt-get ${args[0]}`,
      ...(isRoot ? ["apt-get", args] : ["sudo", ["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get", ...args]]),
      {
        ...environment,
        DEBIAN_FRONTEND: "noninteractive",
      },
    );
  try {
    await step(`Installing Debian packages: ${missing.join(", ")}`, async () => {
      await apt("update", "-q");
      await apt("install", "-y", "-q", "--no-install-recommends", ...missing);
    });
  } catch (error) {
    if (isUbuntu() && missing.some((name) => name === "chromium" || name === "firefox-esr")) {
      throw new Stop(
        "Ubuntu ships Chromium and Firefox as snaps, which cannot load the demo's extension and host. Install a Debian or upstream build and name it: CHROMIUM=/path/to/chromium FIREFOX=/path/to/firefox npm run demo",
      );
    }
    throw error;
  }
}

function isUbuntu() {
  try {
    return /^ID=ubuntu/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}
