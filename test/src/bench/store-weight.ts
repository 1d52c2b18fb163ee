import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";

/** What a page loads for key stores, in octets (min+gzip): first the entry alone, then what one format adds to it. */
export async function weighStores(): Promise<Readonly<Record<string, number>>> {
  const { outputFiles, metafile } = await esbuild.build({
    stdin: { contents: 'export { openKeyStore } from "@fisc/signature/key-stores";', resolveDir: resolve(import.meta.dirname, "..") },
    bundle: true,
    splitting: true,
    outdir: "out",
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2024",
    conditions: ["source"],
    metafile: true,
    write: false,
  });
  const sizes = new Map(outputFiles.map(({ path, contents }) => [path, gzipSync(contents, { level: 9 }).length]));
  const sizeOf = (chunk: string): number => sizes.get(resolve(chunk)) ?? 0;
  const loadedWith = (chunk: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(chunk)) return seen;
    seen.add(chunk);
    for (const { path, kind } of metafile.outputs[chunk]?.imports ?? []) if (kind === "import-statement") loadedWith(path, seen);
    return seen;
  };
  const startingWith = (name: string): string => {
    const found = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(name));
    if (!found) throw new Error(`${name} is no chunk of its own`);
    return found[0];
  };
  const sum = (chunks: Iterable<string>): number => [...chunks].reduce((total, chunk) => total + sizeOf(chunk), 0);
  const entry = loadedWith(startingWith("<stdin>"));
  const added = (name: string): number => sum([...loadedWith(startingWith(name))].filter((chunk) => !entry.has(chunk)));
  return {
    entry: sum(entry),
    "PKCS #12": added("pkcs12/read-pkcs12.ts"),
    JKS: added("jks/read-jks.ts"),
    "PKCS #8": added("pkcs8/read-pkcs8.ts"),
    "Key-6": added("key-6/read-key-6.ts"),
  };
}
