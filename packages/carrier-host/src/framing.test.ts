import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { CarrierError } from "./errors.ts";
import { frame, FrameReader, frames } from "./framing.ts";
import { MAX_REPLY_BYTES, readRequest } from "./protocol.ts";
import type { HostReply, ReplyPart } from "./protocol.ts";

describe("frames", () => {
  it("given messages cut anywhere, when they arrive in pieces, then each comes out whole and in order", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 }), fc.array(fc.nat(40), { minLength: 1 }), (messages, cuts) => {
        const bytes = Buffer.concat(messages.map((message) => frame(Buffer.from(JSON.stringify(message)))));
        const reader = new FrameReader();
        const out: unknown[] = [];
        let at = 0;
        for (let turn = 0; at < bytes.length; turn++) {
          const size = (cuts[turn % cuts.length] ?? 0) + 1;
          out.push(...reader.push(Buffer.from(bytes.subarray(at, at + size))));
          at += size;
        }
        assert.deepEqual(out, JSON.parse(JSON.stringify(messages)));
      }),
    );
  });

  it("given any bytes, when they are read, then nothing but a typed refusal comes of it", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          for (const message of new FrameReader().push(Buffer.from(bytes))) readRequest(message);
        } catch (error) {
          assert.ok(error instanceof CarrierError && error.code === "protocol.invalid");
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("given any JSON, when it is read as a request, then only exact known shapes pass", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.record({ id: fc.nat(), command: fc.constantFrom("hello", "list", "sign", "toString"), extra: fc.jsonValue() }),
        ),
        (value) => {
          assert.throws(() => readRequest(value), CarrierError);
        },
      ),
    );
    assert.deepEqual(readRequest({ id: 1, command: "list" }), { id: 1, command: "list" });
  });

  it("given a PIN in frames cut anywhere, whole or broken, when they have been read, then no chunk and nothing that was joined holds it", () => {
    const canary = "canary-0815";
    const secret = JSON.stringify({ id: 1, pin: canary });
    for (const [text, length] of [
      [secret, undefined],
      [`${secret}}`, undefined],
      [secret, 0],
    ] as const) {
      for (let cut = 1; cut < text.length + 4; cut += 3) {
        const bytes = frame(Buffer.from(text));
        if (length !== undefined) bytes.writeUInt32LE(0xffff_ffff, 0);
        const chunks = [Buffer.from(bytes.subarray(0, cut)), Buffer.from(bytes.subarray(cut))];
        const reader = new FrameReader();
        try {
          for (const chunk of chunks) Array.from(reader.push(chunk));
        } catch {
          // what comes after a broken frame is not read
          reader.clear();
        }
        const given = Buffer.concat(chunks.slice(0, length === undefined || cut < 4 ? 2 : 1));
        for (let at = 0; at + 4 <= canary.length; at += 1)
          assert.ok(!given.includes(canary.slice(at, at + 4)), `${text.length} cut at ${cut}: ${given.toString("latin1")}`);
      }
    }
  });

  it("given half a frame with a PIN, when the input ends, then it is forgotten", () => {
    const half = frame(Buffer.from(JSON.stringify({ id: 1, pin: "canary-0815" }))).subarray(0, 30);
    const reader = new FrameReader();
    assert.deepEqual(Array.from(reader.push(half)), []);
    assert.ok(half.includes("canary"));
    reader.clear();
    assert.ok(half.every((byte) => byte === 0));
  });

  it("given a reply above the browser's limit, when it is written, then it comes in parts that join to the same reply", () => {
    const reply: HostReply = { id: 3, ok: true, result: { signature: "đ".repeat(1_500_000) } };
    const parts = frames(reply);
    assert.ok(parts.length > 1 && parts.every((part) => part.length - 4 <= MAX_REPLY_BYTES));
    const joined = Buffer.concat(parts.map((part) => Buffer.from((JSON.parse(part.subarray(4).toString()) as ReplyPart).data, "base64")));
    assert.deepEqual(JSON.parse(joined.toString("utf8")), reply);
  });
});
