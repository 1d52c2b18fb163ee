import { open } from "node:fs/promises";

/** How a file of a media type begins: bytes at offset 0. */
const beginnings: Readonly<Record<string, readonly (readonly number[])[]>> = {
  "application/pdf": [[0x25, 0x50, 0x44, 0x46, 0x2d]],
  "image/png": [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  "image/jpeg": [[0xff, 0xd8, 0xff]],
  "application/zip": [[0x50, 0x4b, 0x03, 0x04]],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": [[0x50, 0x4b, 0x03, 0x04]],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": [[0x50, 0x4b, 0x03, 0x04]],
};

/** Whether the file begins as its declared media type must. A type that is not in the table is no known kind: false. */
export async function isOfKind(path: string, mediaType: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
    return (beginnings[mediaType] ?? []).some((magic) => magic.length <= bytesRead && magic.every((byte, index) => buffer[index] === byte));
  } finally {
    await file.close();
  }
}
