import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { test } from "node:test";
import { createContainer, openContainer } from "@fisc/signature";
import { fileOf, streamContainer } from "./stream-container.ts";
import type { StreamedFile } from "./stream-container.ts";

const mebibyte = 1024 * 1024;

test("given the same files, when one container is made whole and one as a stream, then they are the same bytes, and the strict reader opens them", async () => {
  const files = [
    { name: "dossier.json", bytes: Buffer.from("{}") },
    { name: "attachments/a-Quyết định.pdf", bytes: Buffer.alloc(300_000, 7) },
    { name: "attachments/b-rỗng.txt", bytes: Buffer.alloc(0) },
    { name: "META-INF/signature001.p7s", bytes: Buffer.from([0x30, 0x00]) },
  ];
  const streamed = await buffer(streamContainer(files.map(({ name, bytes }) => fileOf(name, bytes))));
  assert.deepEqual(streamed, Buffer.from(await createContainer(files)));
  const entries = await openContainer(streamed);
  assert.deepEqual(
    [...entries].map(([name, bytes]) => [name, Buffer.from(bytes)]),
    files.map(({ name, bytes }) => [name, bytes]),
  );
});

test("given a large file and a slow reader, when the container is streamed, then only a few pieces of the file wait in memory", async () => {
  const piece = Buffer.alloc(64 * 1024);
  const pieces = 512;
  let [given, received, ahead] = [0, 0, 0];
  const large: StreamedFile = {
    name: "large.bin",
    size: pieces * piece.length,
    crc32: 0,
    open: () =>
      Promise.resolve(
        Readable.from(
          (function* () {
            for (let index = 0; index < pieces; index += 1) {
              given += piece.length;
              yield piece;
            }
          })(),
          { highWaterMark: 1 },
        ),
      ),
  };
  for await (const part of streamContainer([large]) as AsyncIterable<Buffer>) {
    received += part.length;
    ahead = Math.max(ahead, given - received);
    await new Promise(setImmediate); // everything that could run ahead gets its turn
  }
  assert.ok(received > 32 * mebibyte);
  assert.ok(ahead < 4 * mebibyte, `${ahead} bytes were read before they were wanted`);
});

test("given a client that goes away, when the container is streamed, then the file is closed", async () => {
  const file = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(64 * 1024);
    })(),
  );
  const stream = streamContainer([{ name: "endless.bin", size: 2 ** 31, crc32: 0, open: () => Promise.resolve(file) }]);
  let received = 0;
  stream.on("data", (part: Buffer) => {
    received += part.length;
    if (received > mebibyte) stream.destroy();
  });
  await new Promise((resolve) => file.once("close", resolve));
  assert.ok(file.destroyed);
});

test("given a file that is shorter or longer than it was, or gone, when its turn comes, then the stream ends with an error", async () => {
  for (const bytes of [Buffer.alloc(9), Buffer.alloc(11)]) {
    const changed = { ...fileOf("a.bin", Buffer.alloc(10)), open: () => Promise.resolve(Readable.from([bytes])) };
    await assert.rejects(buffer(streamContainer([changed])), { code: "attachment.missing" });
  }
  const gone = { ...fileOf("a.bin", Buffer.alloc(10)), open: () => Promise.reject(new Error("gone")) };
  await assert.rejects(buffer(streamContainer([gone])), /gone/u);
});

test("given names that leave the folder or are there twice, when a container is begun, then it is refused", () => {
  for (const names of [["../a"], ["/a"], ["a", "A"], ["mimetype"], ["a\\b"]])
    assert.throws(() => streamContainer(names.map((name) => fileOf(name, Buffer.alloc(1)))), { code: "container.name" }, names.join());
});
