import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { promisify } from "node:util";
import { deflateRawSync, crc32 } from "node:zlib";
import * as fc from "fast-check";
import { concat, type Bytes } from "../bytes.ts";
import { ASIC_E, createContainer, openContainer, SignatureError, type ContainerFile } from "../index.ts";

const run = promisify(execFile);
interface MemoryFile extends ContainerFile {
  readonly bytes: Uint8Array;
}

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const refused =
  (...codes: string[]) =>
  (error: unknown): boolean =>
    error instanceof SignatureError && codes.includes(error.code);

const data: readonly MemoryFile[] = [
  { name: "dossier.json", bytes: utf8('{"a":1}') },
  { name: "attachments/1-Hợp đồng.pdf", bytes: utf8("%PDF-1.7") },
];
describe("given a container", () => {
  it("when it is made twice, then the bytes are the same, and it begins as EN 319 162-1 asks", async () => {
    const container = await createContainer(data);
    assert.deepEqual(container, await createContainer(data));
    assert.equal(new TextDecoder().decode(container.subarray(30, 38 + ASIC_E.length)), `mimetype${ASIC_E}`);
  });
  it("when it is opened from bytes or a Blob, then every file is there in order", async () => {
    const container = await createContainer(data);
    for (const source of [container, new Blob([container])]) {
      assert.deepEqual(
        [...(await openContainer(source))],
        data.map(({ name, bytes }) => [name, bytes]),
      );
    }
  });
  it("when another program tests and unpacks it, then it is a sound ZIP", async () => {
    const folder = await mkdtemp(join(tmpdir(), "fisc-asic-"));
    await writeFile(join(folder, "c.asice"), await createContainer(data));
    await run("python3", [
      "-c",
      "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])",
      join(folder, "c.asice"),
      folder,
    ]);
    for (const { name, bytes } of data) assert.deepEqual(new Uint8Array(await readFile(join(folder, name))), bytes);
    await rm(folder, { recursive: true });
  });
  it("when unsafe or equal names are put in, then it is not made", async () => {
    await assert.rejects(createContainer([{ name: "../a", bytes: utf8("") }]), refused("container.unsafe-name"));
    await assert.rejects(createContainer([...data, { name: "DOSSIER.json", bytes: utf8("") }]), refused("container.duplicate-name"));
    await assert.rejects(createContainer([{ name: "mimetype", bytes: utf8("") }]), refused("container.duplicate-name"));
  });
});

interface RawEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly localName?: string;
  readonly deflate?: boolean;
  readonly claimedSize?: number;
  readonly flags?: number;
  readonly attributes?: number;
  readonly crc?: number;
}

/** A ZIP as a hostile tool writes it. */
function rawZip(entries: readonly RawEntry[]): Bytes {
  const little = (value: number, octets: number): number[] =>
    Array.from({ length: octets }, (_, index) => Math.floor(value / 256 ** index) % 256);
  let body: Bytes = new Uint8Array();
  let directory: Bytes = new Uint8Array();
  for (const {
    name,
    bytes,
    localName = name,
    deflate,
    claimedSize = bytes.length,
    flags = 0,
    attributes = 0,
    crc = crc32(bytes),
  } of entries) {
    const stored = deflate ? new Uint8Array(deflateRawSync(bytes)) : bytes;
    const shared = [
      ...little(flags, 2),
      ...little(deflate ? 8 : 0, 2),
      ...little(0x0021_0000, 4),
      ...little(crc, 4),
      ...little(stored.length, 4),
      ...little(claimedSize, 4),
    ];
    directory = concat(
      directory,
      Uint8Array.of(
        0x50,
        0x4b,
        1,
        2,
        20,
        3,
        20,
        0,
        ...shared,
        ...little(utf8(name).length, 2),
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        ...little(attributes, 4),
        ...little(body.length, 4),
      ),
      utf8(name),
    );
    body = concat(
      body,
      Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, ...shared, ...little(utf8(localName).length, 2), 0, 0),
      utf8(localName),
      stored,
    );
  }
  const end = Uint8Array.of(
    0x50,
    0x4b,
    5,
    6,
    0,
    0,
    0,
    0,
    ...little(entries.length, 2),
    ...little(entries.length, 2),
    ...little(directory.length, 4),
    ...little(body.length, 4),
    0,
    0,
  );
  return concat(body, directory, end);
}

describe("given a container from a stranger", () => {
  const type: RawEntry = { name: "mimetype", bytes: utf8(ASIC_E) };
  const zip = (...entries: RawEntry[]): Bytes => rawZip([type, ...entries]);
  const a: RawEntry = { name: "a.txt", bytes: utf8("a") };

  it("when a ZIP by another tool is sound, then it opens, folders and compressed files included", async () => {
    const opened = await openContainer(
      zip(a, { name: "META-INF/", bytes: utf8("") }, { name: "META-INF/b.txt", bytes: utf8("b".repeat(500)), deflate: true }),
    );
    assert.deepEqual([...opened.keys()], ["a.txt", "META-INF/b.txt"]);
    assert.equal(opened.get("META-INF/b.txt")?.length, 500);
  });

  const faults: readonly (readonly [string, () => Bytes, ...string[]])[] = [
    ["is no ZIP", () => utf8("%PDF-1.7 and some more bytes that are no container at all, none whatsoever"), "container.malformed"],
    ["has no mimetype", () => rawZip([a]), "container.malformed"],
    ["has mimetype as the second entry", () => rawZip([a, type]), "container.malformed"],
    ["is of another media type", () => rawZip([{ ...type, bytes: utf8(ASIC_E.replace("-e+", "-x+")) }]), "container.malformed"],
    ["climbs out by ..", () => zip({ ...a, name: "../a.txt" }), "container.unsafe-name"],
    ["climbs out by a folder", () => zip({ name: "../x/", bytes: utf8("") }), "container.unsafe-name"],
    ["climbs out by \\", () => zip({ ...a, name: "..\\a.txt" }), "container.unsafe-name"],
    ["has an absolute name", () => zip({ ...a, name: "/etc/passwd" }), "container.unsafe-name"],
    ["has a drive", () => zip({ ...a, name: "C:/a.txt" }), "container.unsafe-name"],
    ["has a NUL in a name", () => zip({ ...a, name: "a\u0000.txt" }), "container.unsafe-name", "container.malformed"],
    ["has a name twice", () => zip(a, a), "container.duplicate-name", "container.malformed"],
    ["has a name twice but for case", () => zip(a, { ...a, name: "A.TXT" }), "container.duplicate-name"],
    ["has mimetype twice", () => zip(type), "container.duplicate-name", "container.malformed"],
    ["has another name in the local header", () => zip({ ...a, localName: "b.txt" }), "container.malformed"],
    ["has a symbolic link", () => zip({ ...a, attributes: 0o120777 * 65536 }), "container.malformed"],
    ["is encrypted", () => zip({ ...a, flags: 1 }), "container.malformed"],
    ["has a wrong checksum", () => zip({ ...a, crc: 1 }), "container.malformed"],
    ["is cut off", () => zip(a).subarray(0, -5), "container.malformed"],
    ["has bytes appended", () => concat(zip(a), utf8("x")), "container.malformed"],
    ["has a second ZIP appended", () => concat(zip(a), rawZip([a])), "container.malformed"],
    [
      "claims less than it unpacks to",
      () => zip({ ...a, bytes: new Uint8Array(100_000), deflate: true, claimedSize: 10 }),
      "container.malformed",
      "container.too-large",
    ],
    ["has a folder with content", () => zip({ name: "x/", bytes: utf8("hidden") }), "container.malformed"],
  ];
  for (const [name, fault, ...codes] of faults) {
    it(`when it ${name}, then it is refused`, () => assert.rejects(openContainer(fault()), refused(...codes)));
  }
  it("when it unpacks to more than allowed, then it stops there", async () => {
    const bomb = zip({ name: "a", bytes: new Uint8Array(3_000_000), deflate: true });
    assert.ok(bomb.length < 10_000);
    await assert.rejects(openContainer(bomb, { unpacked: 1_000_000 }), refused("container.too-large"));
    await assert.rejects(openContainer(bomb, { container: 100 }), refused("container.too-large"));
    await assert.rejects(openContainer(zip(a, { ...a, name: "b" }), { entries: 2 }), refused("container.too-large"));
  });
  it("when any bytes are changed, then it opens or is refused by a code", async () => {
    const good = await createContainer(data);
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), fc.boolean(), async (at, value, cut) => {
        const bad = Uint8Array.from(cut ? good.subarray(0, at) : good);
        if (!cut) bad[at] = value;
        await openContainer(bad).catch((error: unknown) => assert.ok(error instanceof SignatureError, String(error)));
      }),
      { numRuns: 150 },
    );
  });
});
