/**
 * A tus 1.0.0 server in the page, behind `XMLHttpRequest`: for tests of uploads without a network. It can go offline,
 * refuse, and lose its memory of nothing.
 */
export class MemoryTus {
  readonly uploads = new Map<
    string,
    { readonly metadata: Readonly<Record<string, string>>; readonly length: number; bytes: Uint8Array[]; offset: number }
  >();
  readonly requests: string[] = [];
  /** Every request fails as without a network. */
  offline = false;
  /** Status that the next creation is refused with. */
  refuse = 0;
  /** Breaks the connection after this many PATCH requests. */
  breakAfter = Infinity;
  readonly endpoint = "https://gateway.invalid/uploads";
  readonly #native = globalThis.XMLHttpRequest;

  install(): void {
    const server = this;
    globalThis.XMLHttpRequest = class extends EventTarget {
      upload = new EventTarget() as XMLHttpRequestUpload;
      withCredentials = false;
      status = 0;
      responseText = "";
      onload: (() => void) | null = null;
      onerror: ((error: unknown) => void) | null = null;
      #method = "";
      #url = "";
      #headers: Record<string, string> = {};
      #answer: Record<string, string> = {};
      open(method: string, url: string): void {
        this.#method = method;
        this.#url = url;
      }
      setRequestHeader(name: string, value: string): void {
        this.#headers[name.toLowerCase()] = value;
      }
      getResponseHeader(name: string): string | null {
        return this.#answer[name.toLowerCase()] ?? null;
      }
      abort(): void {}
      send(body?: Blob): void {
        void server.#respond(this.#method, this.#url, this.#headers, body).then(
          ({ status, headers }) => {
            this.status = status;
            this.#answer = headers;
            this.onload?.();
          },
          () => this.onerror?.(new ProgressEvent("error")),
        );
      }
    } as unknown as typeof XMLHttpRequest;
  }

  uninstall(): void {
    globalThis.XMLHttpRequest = this.#native;
  }

  async #respond(
    method: string,
    url: string,
    headers: Readonly<Record<string, string>>,
    body?: Blob,
  ): Promise<{ readonly status: number; readonly headers: Record<string, string> }> {
    await new Promise((resolve) => setTimeout(resolve, 1));
    this.requests.push(method);
    if (this.offline) throw new Error("offline");
    const id = url.split("/").at(-1) ?? "";
    if (method === "POST") {
      if (this.refuse) return { status: this.refuse, headers: {} };
      const name = `upload-${this.uploads.size + 1}`;
      const metadata = Object.fromEntries(
        (headers["upload-metadata"] ?? "")
          .split(",")
          .map((pair) => pair.split(" "))
          .map(([key = "", value = ""]) => [key, new TextDecoder().decode(Uint8Array.from(atob(value), (one) => one.charCodeAt(0)))]),
      );
      this.uploads.set(name, { metadata, length: Number(headers["upload-length"]), bytes: [], offset: 0 });
      return { status: 201, headers: { location: `${this.endpoint}/${name}` } };
    }
    const upload = this.uploads.get(id);
    if (!upload) return { status: 404, headers: {} };
    if (method === "HEAD")
      return { status: 200, headers: { "upload-offset": String(upload.offset), "upload-length": String(upload.length) } };
    if (this.breakAfter-- <= 0) {
      this.offline = true;
      throw new Error("offline");
    }
    const bytes = new Uint8Array(await (body ?? new Blob()).arrayBuffer());
    upload.bytes.push(bytes);
    upload.offset += bytes.length;
    return { status: 204, headers: { "upload-offset": String(upload.offset) } };
  }
}
