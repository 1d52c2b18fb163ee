import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { GeneralName } from "../certificate/general-name.ts";
import { readNameConstraintsValue } from "../certificate/name-constraints.ts";
import { readName } from "../certificate/name.ts";
import { encode, explicitTag, sequence } from "../der/write.ts";
import { writeName } from "../testing/write-certificate.ts";
import { comparableName, isWithin } from "./name-matching.ts";

const text = (kind: "dns" | "rfc822" | "uri", value: string): GeneralName => ({ kind, text: value });
const directory = (commonName: string, organization?: string): GeneralName => ({
  kind: "directory",
  name: readName(writeName({ commonName, ...(organization && { organization }) })),
});
const ip = (...octets: number[]): GeneralName => ({ kind: "ip", octets: Uint8Array.from(octets) });

/** `permit`/`exclude`: within for both; `exclude`: only to bar it; `no`: not within; `unreadable`: never permitted. */
function verdict(name: GeneralName, base: GeneralName): string {
  const comparable = comparableName(name);
  if (!comparable) return "unreadable";
  const permitted = isWithin(comparable, base, "permit");
  return permitted ? "within" : isWithin(comparable, base, "exclude") ? "barred" : "outside";
}

describe("given a name and the base of a subtree", () => {
  const cases: readonly (readonly [GeneralName, GeneralName, string])[] = [
    [text("dns", "example.org"), text("dns", "example.org"), "within"],
    [text("dns", "WWW.Example.org"), text("dns", "example.ORG"), "within"],
    [text("dns", "www.example.org."), text("dns", "example.org"), "within"],
    [text("dns", "notexample.org"), text("dns", "example.org"), "outside"],
    [text("dns", "example.org"), text("dns", "www.example.org"), "outside"],
    [text("dns", "example.org"), text("dns", ".example.org"), "outside"],
    [text("dns", "www.example.org"), text("dns", ".example.org"), "within"],
    [text("dns", "anything"), text("dns", ""), "within"],
    [text("dns", "*.example.org"), text("dns", "example.org"), "within"],
    [text("dns", "*.example.org"), text("dns", "www.example.org"), "barred"],
    [text("dns", "*.other.org"), text("dns", "www.example.org"), "outside"],
    [text("dns", "exa mple.org"), text("dns", "example.org"), "unreadable"],
    [text("dns", "www.*.org"), text("dns", "org"), "unreadable"],
    [text("rfc822", "a@example.org"), text("rfc822", "example.org"), "within"],
    [text("rfc822", "a@mail.example.org"), text("rfc822", "example.org"), "outside"],
    [text("rfc822", "a@mail.example.org"), text("rfc822", ".example.org"), "within"],
    [text("rfc822", "a@example.org"), text("rfc822", ".example.org"), "outside"],
    [text("rfc822", "a@EXAMPLE.org"), text("rfc822", "a@example.org"), "within"],
    [text("rfc822", "A@example.org"), text("rfc822", "a@example.org"), "barred"],
    [text("rfc822", '"x@evil.org"@example.org'), text("rfc822", "evil.org"), "outside"],
    [text("rfc822", "example.org"), text("rfc822", "example.org"), "unreadable"],
    [text("uri", "https://example.org/a?b#c"), text("uri", "example.org"), "within"],
    [text("uri", "https://user:word@example.org:8443/"), text("uri", "example.org"), "within"],
    [text("uri", "https://example.org@evil.org/"), text("uri", "example.org"), "outside"],
    [text("uri", "https://www.example.org"), text("uri", "example.org"), "outside"],
    [text("uri", "https://www.example.org"), text("uri", ".example.org"), "within"],
    [text("uri", "https://192.0.2.1/"), text("uri", "example.org"), "unreadable"],
    [text("uri", "https://[2001:db8::1]/"), text("uri", "example.org"), "unreadable"],
    [text("uri", "urn:isbn:1"), text("uri", "example.org"), "unreadable"],
    [ip(192, 0, 2, 77), ip(192, 0, 2, 0, 255, 255, 255, 0), "within"],
    [ip(192, 0, 3, 77), ip(192, 0, 2, 0, 255, 255, 255, 0), "outside"],
    [ip(...Array.from({ length: 16 }, () => 1)), ip(192, 0, 2, 0, 255, 255, 255, 0), "outside"],
    [ip(1, 2, 3), ip(1, 2, 3, 0, 255, 255, 255, 0), "unreadable"],
    [directory("Person", "Unit"), directoryPrefix("Unit"), "within"],
    [directory("Person", " unit "), directoryPrefix("UNIT"), "within"],
    [directory("Person", "Other"), directoryPrefix("Unit"), "outside"],
    [directory("Unit"), directoryPrefix("Unit"), "outside"],
    [text("dns", "example.org"), text("rfc822", "example.org"), "outside"],
  ];
  for (const [name, base, expected] of cases) {
    const show = (one: GeneralName): string =>
      "text" in one
        ? `${one.kind} ${one.text || "(empty)"}`
        : "octets" in one
          ? `ip ${one.octets.join(".")}`
          : one.kind === "directory"
            ? `directory ${String(one.name.flat().map((part) => part.text))}`
            : one.kind;
    it(`when ${show(name)} is held against ${show(base)}, then it is ${expected}`, () => assert.equal(verdict(name, base), expected));
  }
});

/** A base of one RDN: names have the organisation before the common name. */
function directoryPrefix(organization: string): GeneralName {
  const [first] = readName(writeName({ commonName: "x", organization }));
  return { kind: "directory", name: first ? [first] : [] };
}

describe("given the encoding of name constraints", () => {
  const subtrees = (...bases: Uint8Array[]): Uint8Array => encode(0xa0, ...bases);
  it("when a mask has holes, a minimum is given or a list is empty, then it is malformed", () => {
    const address = encode(0x87, Uint8Array.of(10, 0, 0, 0, 255, 0, 255, 0));
    const dns = encode(0x82, new TextEncoder().encode("a.org"));
    for (const bad of [
      sequence(),
      sequence(encode(0xa0)),
      sequence(subtrees(sequence(address))),
      sequence(subtrees(sequence(dns, encode(0x80, Uint8Array.of(1))))),
    ])
      assert.throws(() => readNameConstraintsValue(bad), { code: "der.malformed" });
    assert.equal(readNameConstraintsValue(sequence(subtrees(sequence(dns)))).permitted.length, 1);
    assert.equal(
      readNameConstraintsValue(sequence(encode(0xa1, sequence(explicitTag(4, writeName({ commonName: "A" })))))).excluded[0]?.kind,
      "directory",
    );
  });
});
