import assert from "node:assert/strict";
import { test } from "node:test";
import { identifierFault, isIdentifier, plainIdentifier } from "@fisc/core/identifiers";
import { identifiers } from "./identifiers.ts";

const scheme = (id: string) => identifiers[id] as NonNullable<(typeof identifiers)[string]>;

test("given published tax codes, when they are checked, then they hold, with and without their hyphen", () => {
  for (const text of ["0100109106", "0100233488", "0100109106-001", "0100109106001"])
    assert.equal(identifierFault(text, scheme("maSoThue")), null, text);
  assert.equal(plainIdentifier(" 0100109106 - 001", scheme("maSoThue")), "0100109106-001");
});

test("given tax codes with a wrong digit, two swapped, or of another length, then they are refused", () => {
  for (const text of ["0100109107", "0100233480", "0100019106", "0100109107-001"])
    assert.equal(identifierFault(text, scheme("maSoThue")), "check", text);
  for (const text of ["010010910", "01001091060", "0100109106-01", "A100109106", "149490000001"])
    assert.equal(identifierFault(text, scheme("maSoThue")), "shape", text);
});

test("given codes whose remainder leaves no digit, then no tenth digit makes them whole", () => {
  assert.equal(isIdentifier("0000000000", scheme("maSoThue")), false);
  for (let digit = 0; digit < 10; digit += 1) assert.equal(isIdentifier(`000000000${digit}`, scheme("maSoThue")), false);
});

test("given accounts as vouchers show them, then levels and lengths are kept", () => {
  for (const text of ["9552.1.7122155.00000", "9587.2.8118181.00001", "3716.2.1046476"])
    assert.equal(identifierFault(text, scheme("taiKhoanKBNN")), null, text);
  for (const text of ["9552.1.712215.00000", "9552.17122155.00000", "9552.1.7122155.0000"])
    assert.equal(identifierFault(text, scheme("taiKhoanKBNN")), "shape", text);
  assert.equal(identifierFault("9552.1.7122155.О0000", scheme("taiKhoanKBNN")), "letters");
  assert.deepEqual([isIdentifier("049490000001", scheme("soDinhDanh")), isIdentifier("149490000001", scheme("soDinhDanh"))], [true, false]);
});
