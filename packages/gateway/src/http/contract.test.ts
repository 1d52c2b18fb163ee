import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { contractTypes, schemaFile } from "../../scripts/contract.ts";

test("given the routes as they are, when the client's types are written anew, then nothing changes (else run `pnpm contract`)", async () => {
  assert.equal(await readFile(schemaFile, "utf8"), await contractTypes());
});
