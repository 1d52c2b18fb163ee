import { concat, type Bytes } from "../../bytes.ts";
import type { CipherStream } from "../block-cipher/modes.ts";

export function whole(stream: CipherStream, data: Uint8Array): Bytes {
  return concat(stream.update(data), stream.finish());
}

export function inPieces(stream: CipherStream, data: Uint8Array, size: number): Bytes {
  const parts: Bytes[] = [];
  for (let at = 0; at < data.length; at += size) parts.push(stream.update(data.subarray(at, at + size)));
  return concat(...parts, stream.finish());
}
