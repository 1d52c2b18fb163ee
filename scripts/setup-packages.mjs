// Programs that come from the operating system: browsers, the software token, OpenSSL, fonts.
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Stop, quietly, step } from "./setup-process.mjs";

const always = [
  { package: "chromium", variable: "CHROMIUM", file: "/usr/bin/chromium" },
  { package: "softhsm2", program: "softhsm2-util" },
  { package: "opensc", program: "pkcs11-tool" },
  { package: "openssl", program: "openssl" },
  { package: "fonts-noto-core", file: "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf" },
];
const forTests = [
  { package: "firefox-esr", variable: "FIREFOX", file: "/usr/bin/firefox-esr" },
  { package: "webkit2gtk-driver", file: "/usr/bin/WebKitWebDriver" },
  { package: "xvfb", program: "Xvfb" },
  { package: "gnutls-bin", program: "certtool" },
];

function isThere({ variable, file, program }, environment) {
  const named = variable && environment[variable];
  if (named && !existsSync(named)) throw new Stop(`${variable} names ${named}, which is not there.`);
  // By its path and not by the PATH: there it may be a snap, which cannot load the demo's extension and host.
  return Boolean(named) || (file ? existsSync(file) : hasProgram(program, environment));
}

function hasProgram(name, environment) {
  return (environment.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Installs what is missing where that needs no password; else says the one line to run. */
export async function needPackages(command, environment) {
  const wanted = command === "demo" ? always : [...always, ...forTests];
  const missing = wanted.filter((entry) => !isThere(entry, environment)).map((entry) => entry.package);
  if (missing.length === 0) return;
  if (process.platform !== "linux" || !hasProgram("apt-get", environment)) {
    throw new Stop(
      `These are missing: ${missing.join(", ")}. Fisc installs them by itself on Debian and Ubuntu only; here, install their equivalents (or set CHROMIUM and FIREFOX to your browsers), then run the command again.`,
    );
  }
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !(await sudoAsksNothing(environment))) throw new Stop(lineToRun(missing, hasProgram("sudo", environment)));
  const apt = (...args) =>
    quietly(
      `apt-get ${args[0]}`,
      ...(isRoot ? ["apt-get", args] : ["sudo", ["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get", ...args]]),
      { ...environment, DEBIAN_FRONTEND: "noninteractive" },
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

async function sudoAsksNothing(environment) {
  return (await quietly("sudo", "sudo", ["-n", "true"], environment, { allowFailure: true })) !== undefined;
}

function lineToRun(missing, hasSudo) {
  const install = (as) => `${as}apt-get update && ${as}apt-get install -y ${missing.join(" ")}`;
  return hasSudo
    ? `These packages are missing, and installing them needs your password. Run this line, then the command again:\n\n  ${install("sudo ")}`
    : `These packages are missing, and only root may install them. Let root run this line, then run the command again:\n\n  ${install("")}`;
}

function isUbuntu() {
  try {
    return /^ID=ubuntu/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}
