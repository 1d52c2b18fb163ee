import { createHash } from "node:crypto";
import { chmod, mkdir, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { isAbsolute, join, resolve } from "node:path";
import type { HostConfig } from "./config.ts";
import { HOST_NAME } from "./protocol.ts";

export interface HostInstallation {
  /** Where the browser looks for host manifests: `<user-data-dir>/NativeMessagingHosts`, `~/.mozilla/native-messaging-hosts`, … */
  readonly directory: string;
  /** Where launcher and configuration go. Default: `directory`. */
  readonly hostDirectory?: string;
  /** Chromium ids of the extensions that may call. */
  readonly extensionIds?: readonly string[];
  /** Firefox ids; the manifest is written for one browser family, so give either these or `extensionIds`. */
  readonly firefoxIds?: readonly string[];
  readonly modules: readonly { readonly path: string; readonly environment?: Readonly<Record<string, string>> }[];
  /** Default: the Node that runs this. */
  readonly nodePath?: string;
}

export interface InstalledHost {
  readonly manifest: string;
  readonly launcher: string;
  readonly config: string;
}

/**
 * Writes manifest, launcher and configuration. The configuration pins each module by its real path and SHA-256, so a module that is
 * replaced later is refused until the host is installed again. Directories 0700, configuration 0600, launcher 0700.
 * On Windows the caller has to enter the manifest's path into the registry key that the browser reads.
 */
export async function installHost(installation: HostInstallation): Promise<InstalledHost> {
  const { extensionIds = [], firefoxIds = [], nodePath = process.execPath } = installation;
  if (extensionIds.length > 0 === firefoxIds.length > 0) throw new TypeError("either extensionIds or firefoxIds");
  if (!extensionIds.every((id) => /^[a-p]{32}$/.test(id))) throw new TypeError("a Chromium extension id has 32 letters from a to p");
  const places = hostFiles(installation.directory, installation.hostDirectory);
  await mkdir(resolve(installation.directory), { recursive: true });
  await mkdir(resolve(installation.hostDirectory ?? installation.directory), { recursive: true, mode: 0o700 });

  await keepToOwner(resolve(installation.hostDirectory ?? installation.directory));

  const origins = extensionIds.map((id) => `chrome-extension://${id}/`);
  const config: HostConfig = { allowedOrigins: [...origins, ...firefoxIds], modules: await Promise.all(installation.modules.map(pin)) };
  await writeOwn(places.config, `${JSON.stringify(config, null, 2)}\n`, 0o600);
  await writeOwn(places.launcher, launcher(nodePath, places.config), 0o700);
  const callers = extensionIds.length > 0 ? { allowed_origins: origins } : { allowed_extensions: firefoxIds };
  const manifest = { name: HOST_NAME, description: "Fisc carrier host", path: places.launcher, type: "stdio", ...callers };
  await writeOwn(places.manifest, `${JSON.stringify(manifest, null, 2)}\n`, 0o644);
  return places;
}

/** Removes what `installHost` wrote. Files that are not there are no error. */
export async function uninstallHost(installation: Pick<HostInstallation, "directory" | "hostDirectory">): Promise<void> {
  const places = hostFiles(installation.directory, installation.hostDirectory);
  await Promise.all(Object.values(places).map((path) => rm(path, { force: true })));
}

export function hostFiles(directory: string, hostDirectory: string = directory): InstalledHost {
  const own = resolve(hostDirectory);
  return {
    manifest: join(resolve(directory), `${HOST_NAME}.json`),
    launcher: join(own, process.platform === "win32" ? "fisc-carrier-host.bat" : "fisc-carrier-host"),
    config: join(own, "fisc-carrier-host.config.json"),
  };
}

async function pin(module: HostInstallation["modules"][number]): Promise<HostConfig["modules"][number]> {
  if (!isAbsolute(module.path)) throw new TypeError(`the path of a module must be absolute: ${module.path}`);
  const path = await realpath(module.path);
  return {
    path,
    sha256: createHash("sha256")
      .update(await readFile(path))
      .digest("hex"),
    environment: module.environment ?? {},
  };
}

/** From the repository the host runs from its sources (`main.ts`), installed from the built file (`main.js`). */
function launcher(nodePath: string, config: string): string {
  const fromSource = import.meta.url.endsWith(".ts");
  const main = fileURLToPath(new URL(fromSource ? "./main.ts" : "./main.js", import.meta.url));
  const node = [nodePath, ...(fromSource ? ["--conditions=source"] : []), main, "serve", "--config", config];
  if (process.platform === "win32") return `@echo off\r\n${node.map((word) => `"${word}"`).join(" ")} -- %*\r\n`;
  // The browser's environment is the user's: NODE_OPTIONS must not load code into the host.
  return `#!/bin/sh\nunset NODE_OPTIONS NODE_PATH\nexec ${node.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ")} -- "$@"\n`;
}

/** The host refuses a configuration in a folder that others can write to; a browser's folder may have been made so. */
async function keepToOwner(directory: string): Promise<void> {
  if (process.platform === "win32") return;
  const { mode } = await stat(directory);
  if ((mode & 0o022) !== 0) await chmod(directory, mode & 0o7755);
}

async function writeOwn(path: string, content: string, mode: number): Promise<void> {
  await writeFile(path, content, { mode });
  await chmod(path, mode);
}
