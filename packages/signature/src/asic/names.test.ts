import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isSafeName } from "../index.ts";

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
});
