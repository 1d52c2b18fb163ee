import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, it } from "node:test";
import { freePortBase } from "../addresses.ts";
import { startMailCapture } from "./index.ts";

/** Speaks SMTP by hand, so that the test depends on no mail library. */
async function send(port: number, message: string): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const reply = async (): Promise<void> => {
    for (;;) {
      const { value } = await lines.next();
      assert.match(String(value), /^[23]/);
      if (String(value)[3] === " ") return;
    }
  };
  await reply();
  for (const command of [
    "EHLO test",
    "MAIL FROM:<kho-bac@example.com>",
    "RCPT TO:<don-vi@example.com>",
    "DATA",
    `${message}\r\n.`,
    "QUIT",
  ]) {
    socket.write(`${command}\r\n`);
    await reply();
  }
}

describe("mail capture", () => {
  it("keeps a message over a restart, shows it escaped, and lists the newest first", async () => {
    const directory = await mkdtemp(join(tmpdir(), "fisc-mail-"));
    const base = await freePortBase();
    const options = { directory, smtpPort: base, port: base + 1 };
    let capture = await startMailCapture(options);
    await send(
      base,
      "Subject: =?utf-8?B?SOG7kyBzxqE=?= <b>1</b>\r\nTo: don-vi@example.com\r\nDate: Sat, 21 Nov 2026 10:00:00 +0000\r\n\r\nfirst, at https://example.com/?a=1&b=2",
    );
    await send(base, "Subject: 2\r\nTo: don-vi@example.com\r\n\r\nsecond");
    await capture.close();
    capture = await startMailCapture(options);
    assert.deepEqual(
      capture.messages().map((mail) => mail.subject),
      ["2", "Hồ sơ <b>1</b>"],
    );
    const page = await (await fetch(`http://127.0.0.1:${base + 1}/`)).text();
    assert.match(page, /Hồ sơ &lt;b&gt;1&lt;\/b&gt;/);
    const shown = await fetch(`http://127.0.0.1:${base + 1}/messages/${capture.messages()[1]?.id}`);
    assert.match(await shown.text(), /first, at <a href="https:\/\/example\.com\/\?a=1&amp;b=2">/, "an address can be followed");
    assert.match(shown.headers.get("content-security-policy") ?? "", /default-src 'none'/);
    await capture.close();
    await rm(directory, { recursive: true });
  });
});
