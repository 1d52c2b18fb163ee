import { createHash } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import type { AllowedModule } from "./config.ts";
import { openLibrary } from "./pkcs11/library.ts";
import type { Cryptoki } from "./pkcs11/cryptoki.ts";
import type { ModuleState } from "./protocol.ts";

export type OpenModule = (path: string) => Promise<Cryptoki>;

export interface LoadedModule {
  readonly path: string;
  readonly cryptoki: Cryptoki;
}

/** The allow-listed modules, each loaded at most once, and only while its file has the digest of the list. */
export class Modules {
  readonly #allowed: readonly AllowedModule[];
  readonly #open: OpenModule;
  readonly #loaded = new Map<string, Cryptoki>();

  constructor(allowed: readonly AllowedModule[], open: OpenModule = openLibrary) {
    this.#allowed = allowed;
    this.#open = open;
  }

  /** What can be used now. Modules that are missing, changed or broken are left out; `states` names them. */
  async usable(): Promise<readonly LoadedModule[]> {
    const states = await this.states();
    return states.flatMap(({ path, state }) => {
      const cryptoki = this.#loaded.get(path);
      return state === "loaded" && cryptoki ? [{ path, cryptoki }] : [];
    });
  }

  async states(): Promise<readonly ModuleState[]> {
    const states: ModuleState[] = [];
    for (const module of this.#allowed) states.push(await this.#state(module));
    return states;
  }

  async close(): Promise<void> {
    for (const cryptoki of this.#loaded.values()) await cryptoki.finalize().catch(() => undefined);
    this.#loaded.clear();
  }

  async #state(module: AllowedModule): Promise<ModuleState> {
    const without = { path: module.path, manufacturer: "", description: "", version: "" };
    let cryptoki = this.#loaded.get(module.path);
    if (!cryptoki) {
      const digest = await digestOf(module.path);
      if (digest === null) return { ...without, state: "missing" };
      if (digest !== module.sha256) return { ...without, state: "changed" };
      Object.assign(process.env, module.environment);
      try {
        cryptoki = await this.#open(module.path);
      } catch {
        return { ...without, state: "unloadable" };
      }
      this.#loaded.set(module.path, cryptoki);
    }
    try {
      return { path: module.path, state: "loaded", ...(await cryptoki.info()) };
    } catch {
      return { ...without, state: "unloadable" };
    }
  }
}

/** Null where there is no such file, or where the path leads somewhere else through a link. */
async function digestOf(path: string): Promise<string | null> {
  try {
    if ((await realpath(path)) !== path) return null;
    return createHash("sha256")
      .update(await readFile(path))
      .digest("hex");
  } catch {
    return null;
  }
}
