import { closeSync, fstatSync, lstatSync, openSync, readFileSync, statSync } from "node:fs";
import type { Stats } from "node:fs";
import { dirname, isAbsolute, resolve } from "node:path";

/** A PKCS#11 module that may be loaded: this file with this content, nothing else. */
export interface AllowedModule {
  /** Absolute, without symbolic links. */
  readonly path: string;
  /** SHA-256 of the library file, lower-case hex. */
  readonly sha256: string;
  /** Set before the module is loaded (`SOFTHSM2_CONF`). */
  readonly environment: Readonly<Record<string, string>>;
}

export interface HostConfig {
  /** `chrome-extension://<id>/` for Chromium, the add-on id for Firefox: as the browser names the caller. */
  readonly allowedOrigins: readonly string[];
  readonly modules: readonly AllowedModule[];
}

/** The configuration is absent, writable by others, or not of the right shape. `reason` is for the log on standard error. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** Environment variables that make a process load other code are not for a module's entry to set. */
const LOADER_VARIABLE = /^(?:LD_|DYLD_|NODE_|PATH$)/i;

export function readConfig(path: string): HostConfig {
  if (!isAbsolute(path)) throw new ConfigError("the path of the configuration must be absolute");
  const value = parse(path, readOwn(path));
  if (!isConfig(value)) throw new ConfigError(`${path} has not the shape of a configuration`);
  return value;
}

/**
 * The configuration says which code is loaded and who may call: only the user, or root, may have written it, put it there or be able to
 * replace it. Checked is the opened file, not its name, which could lead elsewhere a moment later.
 */
function readOwn(path: string): string {
  if (process.platform === "win32") return readFileSync(path, "utf8");
  const folder = dirname(resolve(path));
  if (lstatSync(path).isSymbolicLink()) throw new ConfigError(`${path} is a link`);
  const own = statSync(folder);
  const file = openSync(path, "r");
  try {
    const opened = fstatSync(file);
    if (!opened.isFile()) throw new ConfigError(`${path} is no file`);
    for (const [name, stats] of [[path, opened] as const, [folder, own] as const]) checkOwn(name, stats);
    return readFileSync(file, "utf8");
  } finally {
    closeSync(file);
  }
}

function checkOwn(name: string, { uid, mode }: Pick<Stats, "uid" | "mode">): void {
  if (uid !== 0 && uid !== process.getuid?.()) throw new ConfigError(`${name} belongs to somebody else`);
  if ((mode & 0o022) !== 0) throw new ConfigError(`${name} is writable by others`);
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigError(`${path} is no JSON`);
  }
}

function isConfig(value: unknown): value is HostConfig {
  return (
    hasExactly(value, ["allowedOrigins", "modules"]) &&
    isList(value["allowedOrigins"], (origin) => typeof origin === "string" && origin !== "") &&
    isList(value["modules"], isModule)
  );
}

function isModule(value: unknown): boolean {
  return (
    hasExactly(value, ["path", "sha256", "environment"]) &&
    typeof value["path"] === "string" &&
    isAbsolute(value["path"]) &&
    typeof value["sha256"] === "string" &&
    /^[0-9a-f]{64}$/.test(value["sha256"]) &&
    isRecord(value["environment"]) &&
    Object.entries(value["environment"]).every(([name, text]) => typeof text === "string" && !LOADER_VARIABLE.test(name))
  );
}

function isList(value: unknown, item: (value: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(item);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasExactly(value: unknown, keys: readonly string[]): value is Record<string, unknown> {
  return isRecord(value) && Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key));
}
