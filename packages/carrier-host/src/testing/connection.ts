import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { frame } from "../framing.ts";
import { HOST_PROTOCOL } from "../protocol.ts";
import type { HostReply, HostRequest, HostResults, ReplyPart } from "../protocol.ts";

type Body<Command extends HostRequest["command"]> = Omit<Extract<HostRequest, { command: Command }>, "id" | "command">;

/** Talks to an installed host as a browser does: starts the launcher with the caller's origin and exchanges frames. */
export class HostConnection {
  readonly process: ChildProcessWithoutNullStreams;
  /** Exit code. */
  readonly exit: Promise<number | null>;
  #buffer: Buffer = Buffer.alloc(0);
  #standardError = "";
  readonly #replies: unknown[] = [];
  #wake: (() => void) | undefined;
  #id = 0;
  #over = false;

  constructor(launcher: string, caller: string) {
    this.process = spawn(launcher, [caller]);
    this.exit = new Promise((resolve) =>
      this.process.once("close", (code) => {
        this.#over = true;
        this.#wake?.();
        resolve(code);
      }),
    );
    this.process.stdin.on("error", () => undefined);
    this.process.stderr.on("data", (chunk: Buffer) => (this.#standardError += chunk.toString()));
    this.process.stdout.on("data", (chunk: Buffer) => this.#read(chunk));
  }

  get standardError(): string {
    return this.#standardError;
  }

  sendRaw(bytes: Buffer): void {
    this.process.stdin.write(bytes);
  }

  sendJson(message: unknown): void {
    this.sendRaw(frame(Buffer.from(JSON.stringify(message))));
  }

  /** The next frame, or null once the host is gone. */
  async next(): Promise<unknown> {
    while (this.#replies.length === 0) {
      if (this.#over) return null;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    return this.#replies.shift();
  }

  hello(): Promise<HostReply> {
    return this.request("hello", { protocol: HOST_PROTOCOL, version: "0.1.0" });
  }

  async request<Command extends HostRequest["command"]>(
    command: Command,
    body: Body<Command>,
  ): Promise<HostReply & { readonly result?: HostResults[Command] }> {
    this.sendJson({ id: ++this.#id, command, ...body });
    let reply = await this.next();
    if (isPart(reply)) {
      const slices: Buffer[] = [Buffer.from(reply.data, "base64")];
      for (let part = 2; part <= reply.parts; part++) slices.push(Buffer.from(((await this.next()) as ReplyPart).data, "base64"));
      reply = JSON.parse(Buffer.concat(slices).toString("utf8"));
    }
    return reply as HostReply & { readonly result?: HostResults[Command] };
  }

  /** Ends the input, as a browser does when the port closes. */
  close(): Promise<number | null> {
    this.process.stdin.end();
    return this.exit;
  }

  #read(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    while (this.#buffer.length >= 4) {
      const length = this.#buffer.readUInt32LE(0);
      if (this.#buffer.length < 4 + length) return;
      this.#replies.push(JSON.parse(this.#buffer.subarray(4, 4 + length).toString("utf8")));
      this.#buffer = this.#buffer.subarray(4 + length);
      this.#wake?.();
    }
  }
}

function isPart(value: unknown): value is ReplyPart {
  return typeof value === "object" && value !== null && "parts" in value;
}
