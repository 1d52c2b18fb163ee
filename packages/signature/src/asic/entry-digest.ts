import { digest, type CryptoOption } from "../algorithms/verify.ts";
import { fromHex, type Bytes } from "../bytes.ts";
import { createPieceDigest, PIECE } from "./file-content.ts";
import type { ContainerEntry } from "./open-container.ts";

/** Digest of an entry. SHA-256 takes a file of any size in pieces; other digests take it whole, up to the limit of `read`. */
export async function entryDigest(entry: ContainerEntry, name: string, option: CryptoOption): Promise<Bytes> {
  if (name !== "SHA-256" || entry.size <= PIECE) return digest(name, await entry.read(), option);
  const hasher = await createPieceDigest("SHA-256");
  await entry.readInPieces((piece) => hasher.update(piece));
  return fromHex(hasher.digest()) ?? new Uint8Array();
}
