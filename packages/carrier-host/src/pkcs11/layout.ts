/**
 * Memory of the PKCS#11 structures. CK_ULONG is `unsigned long`: 8 bytes where `long` is (Linux, macOS), 4 on Windows;
 * and on Windows the structures are packed to 1 byte (pkcs11.h), elsewhere they are aligned as the C compiler does.
 * On 64-bit machines both come to the same rule for CK_ATTRIBUTE and CK_MECHANISM: CK_ULONG, pointer, CK_ULONG without a gap.
 */
export interface Layout {
  /** Bytes of CK_ULONG. */
  readonly ulong: 4 | 8;
  /** Offset of the first function pointer in CK_FUNCTION_LIST, behind the two bytes of CK_VERSION. */
  readonly functionList: 2 | 8;
}

export const POINTER = 8;

export function layoutOf(platform: NodeJS.Platform): Layout {
  return platform === "win32" ? { ulong: 4, functionList: 2 } : { ulong: 8, functionList: 8 };
}

export function writeUlong(layout: Layout, buffer: Buffer, offset: number, value: number | bigint): void {
  if (layout.ulong === 4) buffer.writeUInt32LE(Number(value), offset);
  else buffer.writeBigUInt64LE(BigInt(value), offset);
}

export function readUlong(layout: Layout, buffer: Buffer, offset: number): bigint {
  return layout.ulong === 4 ? BigInt(buffer.readUInt32LE(offset)) : buffer.readBigUInt64LE(offset);
}

export function ulongBytes(layout: Layout, value: number | bigint): Buffer {
  const buffer = Buffer.alloc(layout.ulong);
  writeUlong(layout, buffer, 0, value);
  return buffer;
}

/** An entry {CK_ULONG, pointer, CK_ULONG}: CK_ATTRIBUTE and CK_MECHANISM. */
export function entryBytes(layout: Layout): number {
  return 2 * layout.ulong + POINTER;
}

export function writeEntry(
  layout: Layout,
  buffer: Buffer,
  index: number,
  entry: { readonly type: number; readonly pointer: bigint; readonly length: number },
): void {
  const at = index * entryBytes(layout);
  writeUlong(layout, buffer, at, entry.type);
  buffer.writeBigUInt64LE(entry.pointer, at + layout.ulong);
  writeUlong(layout, buffer, at + layout.ulong + POINTER, entry.length);
}

export function readEntryLength(layout: Layout, buffer: Buffer, index: number): bigint {
  return readUlong(layout, buffer, index * entryBytes(layout) + layout.ulong + POINTER);
}

/** CK_INITIALIZE_ARGS: four callbacks, flags, reserved. Windows packs it, which changes nothing up to `flags`. */
export function initializeArguments(layout: Layout, flags: number): Buffer {
  const buffer = Buffer.alloc(4 * POINTER + 8 + POINTER);
  writeUlong(layout, buffer, 4 * POINTER, flags);
  return buffer;
}

/** CK_TOKEN_INFO up to `flags`: the fixed texts stand first, so offsets agree everywhere. */
export const TOKEN_INFO = { label: [0, 32], manufacturer: [32, 32], model: [64, 16], serial: [80, 16], flags: 96, bytes: 256 } as const;
/** CK_INFO up to `flags`. The two bytes of CK_VERSION come first; libraryVersion is behind flags and description. */
export const LIBRARY_INFO = { manufacturer: [2, 32], bytes: 128 } as const;

export function libraryInfo(
  layout: Layout,
  buffer: Buffer,
): { readonly manufacturer: string; readonly description: string; readonly version: string } {
  // After version (2) and manufacturer (32) comes CK_FLAGS: at 34 when packed, at the next multiple of 8 otherwise.
  const flags = layout.ulong === 4 ? 34 : 40;
  const description = flags + layout.ulong;
  const version = description + 32;
  return {
    manufacturer: paddedText(buffer, LIBRARY_INFO.manufacturer),
    description: paddedText(buffer, [description, 32]),
    version: `${buffer.readUInt8(version)}.${buffer.readUInt8(version + 1)}`,
  };
}

/** PKCS#11 texts are UTF-8 padded with blanks; some modules pad with zeros. */
export function paddedText(buffer: Buffer, [offset, length]: readonly [number, number]): string {
  const end = buffer.subarray(offset, offset + length);
  const zero = end.indexOf(0);
  return new TextDecoder()
    .decode(zero < 0 ? end : end.subarray(0, zero))
    .replace(/\p{Cc}/gu, "")
    .trim()
    .normalize("NFC");
}
