import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { isSafeName, safeSegment } from "../index.ts";

describe("given names for a container", () => {
  it("when they lead out, hide or collide with a system, then they are not safe", () => {
    for (const name of [
      "",
      "/a",
      "../a",
      "a/../b",
      "a//b",
      "./a",
      "a/",
      "a\\b",
      "C:a",
      "a\u0000b",
      "a\nb",
      "con",
      "x/aux.txt",
      "a.",
      "a ",
      "a\u202efdp.exe",
      "e\u0301".normalize("NFD"),
      "a".repeat(401),
      "\ud800",
    ]) {
      assert.equal(isSafeName(name), false, JSON.stringify(name));
    }
    for (const name of ["a", "META-INF/signature001.p7s", "attachments/7-Hợp đồng (1).pdf", ".hidden", "a..b"])
      assert.equal(isSafeName(name), true, name);
  });
  it("when people's file names are made safe, then they stay recognisable and keep their ending", () => {
    assert.equal(safeSegment("Hợp đồng 12/2026.pdf"), "Hợp đồng 12_2026.pdf");
    assert.equal(safeSegment("Hợp đồng".normalize("NFD")), "Hợp đồng".normalize("NFC"));
    assert.equal(safeSegment("../../etc/passwd"), ".._.._etc_passwd");
    assert.equal(safeSegment("con"), "_con");
    assert.equal(safeSegment(".."), "_");
    assert.equal(safeSegment(`${"ă".repeat(500)}.pdf`), `${"ă".repeat(116)}.pdf`);
  });
  it("when any text is made safe, then it is a safe name and stays as it is the second time", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 200 }),
        (text) => isSafeName(safeSegment(text)) && safeSegment(safeSegment(text)) === safeSegment(text),
      ),
    );
  });
});
