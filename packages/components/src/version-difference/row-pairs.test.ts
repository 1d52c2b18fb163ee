import { expect } from "@open-wc/testing";
import { rowPairs } from "./row-pairs.ts";

const rows = (text: string) => [...text].map((name) => ({ name }));
const pairs = (before: string, after: string) =>
  rowPairs(rows(before), rows(after)).map((pair) => `${pair.before ?? ""}>${pair.after ?? ""}`);

describe("the rows of two versions", () => {
  it("has nothing to say of rows that stayed, also where others came or went between them", () => {
    expect(pairs("abc", "abc")).to.deep.equal([]);
    expect(pairs("abc", "ac")).to.deep.equal(["1>"]);
    expect(pairs("ac", "abcd")).to.deep.equal([">1", ">3"]);
    expect(pairs("", "ab")).to.deep.equal([">0", ">1"]);
  });

  it("pairs what was rewritten in its place", () => {
    expect(pairs("abc", "axc")).to.deep.equal(["1>1"]);
    expect(pairs("abcd", "xbyd")).to.deep.equal(["0>0", "2>2"]);
    expect(pairs("ab", "xyz")).to.deep.equal(["0>0", "1>1", ">2"]);
  });

  it("accounts for every row once, however they changed", () => {
    for (let seed = 1; seed < 200; seed += 1) {
      const [a, b] = [seed % 7, (seed * 5) % 11].map((length, which) =>
        Array.from({ length }, (_, index) => ({ value: ((seed * (index + 3 + which)) % 5).toString() })),
      );
      const found = rowPairs(a ?? [], b ?? []);
      const before = found.flatMap((pair) => pair.before ?? []);
      const after = found.flatMap((pair) => pair.after ?? []);
      expect(new Set(before).size).to.equal(before.length);
      expect(new Set(after).size).to.equal(after.length);
      const rest = (all: readonly { value: string }[] | undefined, gone: readonly number[]) =>
        (all ?? []).filter((_, index) => !gone.includes(index));
      expect(rest(a, before)).to.deep.equal(rest(b, after), `seed ${seed}`);
    }
  });

  it("takes ten thousand rewritten lines in their order, without comparing each with each", () => {
    const before = Array.from({ length: 10_000 }, (_, index) => ({ index }));
    const found = rowPairs(
      before,
      before.map(({ index }) => ({ index: index + 0.5 })),
    );
    expect(found).to.have.length(10_000);
    expect(found[9_999]).to.deep.equal({ before: 9_999, after: 9_999 });
  });
});
