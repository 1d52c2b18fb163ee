import { endianness } from "node:os";
import { CarrierError } from "./errors.ts";
import { MAX_REPLY_BYTES, MAX_REQUEST_BYTES } from "./protocol.ts";
import type { HostReply, ReplyPart } from "./protocol.ts";

const LITTLE = endianness() === "LE";
/** Bytes of a part before base64: leaves room for base64 and for the envelope. */
const PART_BYTES = Math.floor(((MAX_REPLY_BYTES - 1024) * 3) / 4);

/**
 * Cuts a byte stream into JSON messages. Throws `protocol.invalid` on a bad length, bad UTF-8 or bad JSON: the stream is then lost.
 * Frames may hold a PIN: the bytes of a chunk are this reader's from here on, and are zeroed as soon as they have been read.
 */
export class FrameReader {
  #pending: Buffer = Buffer.alloc(0);

  /** The messages that became complete with this chunk. */
  *push(chunk: Buffer): Generator<unknown> {
    this.#take(chunk);
    while (this.#pending.length >= 4) {
      const length = LITTLE ? this.#pending.readUInt32LE(0) : this.#pending.readUInt32BE(0);
      if (length === 0 || length > MAX_REQUEST_BYTES) {
        this.clear();
        throw new CarrierError("protocol.invalid", { reason: "length" });
      }
      if (this.#pending.length < 4 + length) return;
      const body = this.#pending.subarray(4, 4 + length);
      this.#pending = this.#pending.subarray(4 + length);
      yield this.#read(body);
    }
  }

  /** Forgets what has come of a frame that will never be whole. */
  clear(): void {
    this.#pending.fill(0);
    this.#pending = Buffer.alloc(0);
  }

  #take(chunk: Buffer): void {
    if (this.#pending.length === 0) {
      this.#pending = chunk;
      return;
    }
    // a buffer of its own: pieces of the shared pool are not ours to zero
    const joined = Buffer.alloc(this.#pending.length + chunk.length);
    this.#pending.copy(joined);
    chunk.copy(joined, this.#pending.length);
    this.#pending.fill(0);
    chunk.fill(0);
    this.#pending = joined;
  }

  #read(body: Buffer): unknown {
    try {
      return parse(body);
    } catch (error) {
      this.clear();
      throw error;
    } finally {
      body.fill(0);
    }
  }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw new CarrierError("protocol.invalid", { reason: "json" });
  }
}

/** The frames of one reply: one, or its parts where it is above the browser's limit. */
export function frames(reply: HostReply): Buffer[] {
  const whole = Buffer.from(JSON.stringify(reply), "utf8");
  if (whole.length <= MAX_REPLY_BYTES) return [frame(whole)];
  const parts = Math.ceil(whole.length / PART_BYTES);
  return Array.from({ length: parts }, (_, index) => {
    const data = whole.subarray(index * PART_BYTES, (index + 1) * PART_BYTES).toString("base64");
    const part: ReplyPart = { id: reply.id, part: index + 1, parts, data };
    return frame(Buffer.from(JSON.stringify(part), "utf8"));
  });
}

export function frame(body: Buffer): Buffer {
  const header = Buffer.alloc(4);
  if (LITTLE) header.writeUInt32LE(body.length);
  else header.writeUInt32BE(body.length);
  return Buffer.concat([header, body]);
}
