import { proxy, wrap, type Remote } from "comlink";
import { TrustedWorker } from "../foundation/trusted-worker.ts";
import type { FileReading } from "./file-worker.js";

/**
 * Does something with files in a worker of its own, which ends with it: what reads files from outside keeps neither the page waiting nor
 * anything behind. Giving up ends the worker at once.
 * @throws DOMException `AbortError`
 */
export async function withFileWorker<T>(work: (files: Remote<FileReading>) => Promise<T>, signal?: AbortSignal): Promise<T> {
  const Worker = TrustedWorker;
  const worker = new Worker(new URL("./file-worker.js", import.meta.url), { type: "module", name: "fisc-files" });
  try {
    const ended = new Promise<never>((_resolve, reject) => {
      worker.addEventListener("error", () => reject(new Error("file worker did not start")), { once: true });
      signal?.addEventListener("abort", () => reject(new DOMException("given up", "AbortError")), { once: true });
    });
    return await Promise.race([work(wrap<FileReading>(worker)), ended]);
  } finally {
    worker.terminate();
  }
}

/** A function that the worker may call. */
export { proxy };
