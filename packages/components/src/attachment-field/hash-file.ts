import { proxy, wrap, type Remote } from "comlink";
import { TrustedWorker } from "../foundation/trusted-worker.ts";
import type { Hasher } from "./hash-worker.js";

let worker: Worker | undefined;
let hasher: Remote<Hasher> | undefined;
let idle: ReturnType<typeof setTimeout> | undefined;
let running = 0;

function start(): Remote<Hasher> {
  if (hasher) return hasher;
  const Worker = TrustedWorker;
  worker = new Worker(new URL("./hash-worker.js", import.meta.url), { type: "module", name: "fisc-hash" });
  hasher = wrap<Hasher>(worker);
  return hasher;
}

function stop(): void {
  worker?.terminate();
  worker = undefined;
  hasher = undefined;
}

/**
 * SHA-256 of a file, lower-case hex, computed in a worker so that the page stays quick. The worker ends when it has had
 * nothing to do for a while. `progress` gets the part that is done, 0 to 1.
 * Rejects with whatever reading the file rejects with (`NotReadableError` where it was moved or changed).
 */
export async function sha256OfFile(file: Blob, progress: (part: number) => void): Promise<string> {
  clearTimeout(idle);
  running++;
  try {
    const remote = start();
    const failed = new Promise<never>((_resolve, reject) => {
      worker?.addEventListener("error", () => reject(new Error("hash worker did not start")), { once: true });
    });
    return await Promise.race([remote.sha256(file, proxy(progress)), failed]);
  } catch (error) {
    stop();
    throw error;
  } finally {
    if (--running === 0) idle = setTimeout(stop, 30_000);
  }
}
