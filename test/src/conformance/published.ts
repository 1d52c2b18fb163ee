import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { STANDARD_ALGORITHMS, type AlgorithmRegistry } from "@fisc/signature";
import { DSTU4145 } from "@fisc/signature/dstu4145";
import { GOST3410 } from "@fisc/signature/gost3410";
import type { ConformanceCase } from "./suite.ts";

/** Every algorithm that the published files are signed by. */
export const registry: AlgorithmRegistry = STANDARD_ALGORITHMS.with(DSTU4145, GOST3410);

/** Files that authorities and makers of signing programs published. */
export class PublishedFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get present(): boolean {
    return existsSync(this.#folder);
  }

  /** DER, also of files that hold it as text. */
  async der(name: string): Promise<Uint8Array> {
    const bytes = await this.bytes(name);
    if (bytes[0] === 0x30) return bytes;
    return new Uint8Array(
      Buffer.from(
        Buffer.from(bytes)
          .toString("latin1")
          .replaceAll(/-----[^-]*-----|\s/g, ""),
        "base64",
      ),
    );
  }

  async bytes(name: string): Promise<Uint8Array> {
    return new Uint8Array(await readFile(join(this.#folder, name)));
  }

  async json(name: string): Promise<unknown> {
    return JSON.parse(await readFile(join(this.#folder, name), "utf8"));
  }

  async list(under: string, ending: string): Promise<string[]> {
    const names = await readdir(join(this.#folder, under));
    return names.filter((name) => name.endsWith(ending)).map((name) => join(under, name));
  }
}

/** A case whose answer is a text; an error answers with its code. */
export async function answered(name: string, expected: string, answer: () => Promise<string>): Promise<ConformanceCase> {
  const found = await answer().catch((error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : String(error)));
  return { name, expected, found, agrees: found === expected };
}

/** Indication, sub-indication and level, as far as they are there. */
export function verdict(report: { readonly indication: string; readonly subIndication?: string; readonly level?: string }): string {
  return [report.indication, report.subIndication, report.level].filter(Boolean).join(" ");
}
