import { expose } from "comlink";
import { createSHA256 } from "hash-wasm";

// JavaScript on purpose: `new URL("./hash-worker.js", import.meta.url)` names the same file in the sources and in the package.

/** Up to this size the browser's own SHA-256 reads a file at once, three times as fast and without WebAssembly (which a strict policy may refuse). */
const WHOLE = 64 * 1024 * 1024;
const SLICE = 4 * 1024 * 1024;

const hasher = {
  /**
   * SHA-256 of a file, lower-case hex.
   * @param {Blob} file
   * @param {(part: number) => void} progress gets the part that is done, 0 to 1
   * @returns {Promise<string>}
   */
  async sha256(file, progress) {
    if (file.size <= WHOLE) {
      const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
      return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
    }
    const sha256 = await createSHA256();
    sha256.init();
    for (let at = 0; at < file.size; at += SLICE) {
      sha256.update(new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer()));
      progress(Math.min(1, (at + SLICE) / file.size));
    }
    return sha256.digest("hex");
  },
};

/** @typedef {typeof hasher} Hasher */

expose(hasher);
