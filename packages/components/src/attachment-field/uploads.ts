import { FiscError } from "@fisc/core";
import { isReady, type FileProgress, type FormFile } from "./form-file.ts";
import { mediaTypeOf, type SlotLimits } from "./slot-limits.ts";

interface UploadsHost {
  endpoint(): string;
  limits(): SlotLimits;
  /** A file got further; a string says why it cannot stay. */
  update(key: string, file: FormFile | string): void;
  progress(): void;
  sessionLost(): void;
}

const AGAIN = 15_000;

/** Brings files from the person's computer to the gateway: check, hash, upload; one after the other, again after the network failed. */
export class Uploads {
  readonly #host: UploadsHost;
  readonly #progress = new Map<string, FileProgress>();
  readonly #running = new Map<string, AbortController>();
  #files: readonly FormFile[] = [];
  #started = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #resume = (): void => {
    for (const [key, progress] of this.#progress) if (progress.step === "waiting") this.#progress.delete(key);
    this.take(this.#files);
  };

  constructor(host: UploadsHost) {
    this.#host = host;
  }

  start(files: readonly FormFile[]): void {
    this.#started = true;
    globalThis.addEventListener("online", this.#resume);
    this.take(files);
  }

  stop(): void {
    this.#started = false;
    globalThis.removeEventListener("online", this.#resume);
    clearTimeout(this.#timer);
    for (const running of this.#running.values()) running.abort();
  }

  progress(file: FormFile): FileProgress {
    if (isReady(file)) return { step: "ready" };
    return this.#progress.get(file.key) ?? { step: file.file ? "checking" : "failed", problem: "attachment.gone" };
  }

  /** Starts on every file that is not with the gateway and not under way. */
  take(files: readonly FormFile[]): void {
    this.#files = files;
    if (!this.#started) return;
    for (const file of files) {
      if (!isReady(file) && file.file && !this.#running.has(file.key) && !this.#progress.has(file.key)) void this.#bring(file);
    }
  }

  retry(file: FormFile): void {
    this.#progress.delete(file.key);
    this.take(this.#files);
  }

  forget(key: string): void {
    this.#running.get(key)?.abort();
    this.#progress.delete(key);
  }

  async #bring(file: FormFile): Promise<void> {
    const stop = new AbortController();
    this.#running.set(file.key, stop);
    try {
      const checked = await this.#check(file);
      if (stop.signal.aborted) return;
      if (typeof checked === "string") return this.#host.update(file.key, checked);
      if (checked !== file) this.#host.update(file.key, checked);
      if (!this.#files.some((one) => one.key === file.key)) return;
      const endpoint = this.#host.endpoint();
      if (endpoint === "") return this.#turn(file.key, { step: "waiting" });
      const { uploadFile } = await import("./upload-file.ts");
      this.#turn(file.key, { step: "uploading", part: 0 });
      const upload = await uploadFile(checked, endpoint, (part) => this.#turn(file.key, { step: "uploading", part }), stop.signal);
      this.#progress.delete(file.key);
      this.#host.update(file.key, { ...checked, upload });
    } catch (error) {
      // A file that was saved anew on the person's disk fails like a lost network, but no waiting brings it back.
      if (stop.signal.aborted) return;
      if (await isReadable(file.file)) this.#failed(file.key, error);
      else this.#host.update(file.key, "attachment.unreadable");
    } finally {
      this.#running.delete(file.key);
      if (stop.signal.aborted) this.#progress.delete(file.key);
    }
  }

  async #check(file: FormFile): Promise<(FormFile & { readonly file: Blob }) | string> {
    const bytes = file.file;
    if (!bytes) return "attachment.gone";
    if (file.sha256) return { ...file, file: bytes };
    this.#turn(file.key, { step: "checking" });
    const { mediaTypes } = this.#host.limits();
    try {
      const mediaType = await mediaTypeOf(bytes, mediaTypes);
      if (!mediaType)
        return mediaTypes.length === 1 && mediaTypes[0] === "application/pdf" ? "attachment.not-a-pdf" : "attachment.wrong-type";
      const { sha256OfFile } = await import("./hash-file.ts");
      const sha256 = await sha256OfFile(bytes, () => undefined);
      return { ...file, file: bytes, mediaType, sha256 };
    } catch (error) {
      // The file was moved or changed on the person's disk since they chose it.
      if (error instanceof DOMException || (error instanceof Error && error.name === "NotReadableError")) return "attachment.unreadable";
      throw error;
    }
  }

  #failed(key: string, error: unknown): void {
    const code = error instanceof FiscError ? error.code : navigator.onLine ? "attachment.upload" : "network.offline";
    if (code === "session.none") this.#host.sessionLost();
    if (code !== "network.offline" && code !== "session.none") return this.#turn(key, { step: "failed", problem: code });
    this.#turn(key, { step: "waiting" });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#resume, AGAIN);
  }

  #turn(key: string, progress: FileProgress): void {
    this.#progress.set(key, progress);
    this.#host.progress();
  }
}

async function isReadable(file: Blob | undefined): Promise<boolean> {
  try {
    await file?.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
