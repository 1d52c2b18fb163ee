import { FiscError } from "@fisc/core";
import type { Attachment, SigningErrorCode } from "@fisc/core";
import { sha256Hex } from "@fisc/core/canonical";
import type { PieceMessage, PullMessage } from "../messages.ts";

export interface ReceivedFile {
  readonly attachment: Attachment;
  /** The very bytes whose digest is signed. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Pulls the attachments from the page piece by piece, and holds them to the request: size and SHA-256 over the bytes that arrived.
 * @throws FiscError `attachment.changed` with the attachment's name
 */
export async function receiveFiles(
  attachments: readonly Attachment[],
  pull: (message: PullMessage) => Promise<PieceMessage>,
  progress: (done: number) => void,
): Promise<readonly ReceivedFile[]> {
  const received: ReceivedFile[] = [];
  for (const attachment of attachments) {
    const bytes = new Uint8Array(attachment.size);
    let offset = 0;
    while (offset < attachment.size) {
      const piece = decode((await pull({ type: "pull", file: attachment.id, offset })).data);
      // A file that ended early or grew is not the one that was registered.
      if (!piece || piece.length === 0 || offset + piece.length > attachment.size) throw changed(attachment);
      bytes.set(piece, offset);
      offset += piece.length;
    }
    if ((await sha256Hex(bytes)) !== attachment.sha256) throw changed(attachment);
    received.push({ attachment, bytes });
    progress(received.length);
  }
  return received;
}

function changed(attachment: Attachment): FiscError<SigningErrorCode> {
  return new FiscError("attachment.changed", { name: attachment.name });
}

function decode(data: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Kinds that a browser shows without running anything of them; all others are only downloaded. */
const SHOWN: readonly string[] = ["application/pdf", "image/png", "image/jpeg"];

export function canBeShown(mediaType: string): boolean {
  return SHOWN.includes(mediaType);
}
