import { expect } from "@open-wc/testing";
import { RowHeights } from "./row-heights.ts";

const rows = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe("heights of rows", () => {
  it("given rows that nobody has seen, then each is as high as the guess", () => {
    const heights = new RowHeights(50);
    heights.follow(rows(10_000));
    expect(heights.total).to.equal(500_000);
    expect(heights.offset(8_412)).to.equal(420_600);
    expect(heights.indexAt(420_600)).to.equal(8_412);
    expect(heights.indexAt(420_599)).to.equal(8_411);
    expect(heights.indexAt(9e9)).to.equal(9_999);
  });

  it("given a row that turns out higher, then those below begin lower, and it says by how much", () => {
    const heights = new RowHeights(50);
    heights.follow(rows(4));
    expect(heights.set(1, 120)).to.equal(70);
    expect(heights.set(1, 120)).to.equal(0);
    expect([0, 1, 2, 3, 4].map((index) => heights.offset(index))).to.deep.equal([0, 50, 170, 220, 270]);
    expect([0, 49, 50, 169, 170].map((y) => heights.indexAt(y))).to.deep.equal([0, 0, 1, 1, 2]);
  });

  it("given a row that is put in above, then a height stays with the row that it was measured of", () => {
    const heights = new RowHeights(50);
    heights.follow([1, 2, 3]);
    heights.set(1, 120);
    heights.follow([1, 9, 2, 3]);
    expect([0, 1, 2, 3, 4].map((index) => heights.offset(index))).to.deep.equal([0, 50, 100, 220, 270]);
  });

  it("given rows that were seen, when it settles, then their average is the guess for the others", () => {
    const heights = new RowHeights(50);
    heights.follow(rows(100));
    heights.set(0, 30);
    heights.set(1, 40);
    heights.settle();
    expect(heights.total).to.equal(100 * 35);
  });

  it("given no rows, then there is no height", () => {
    const heights = new RowHeights(50);
    heights.follow([]);
    expect([heights.total, heights.indexAt(10)]).to.deep.equal([0, 0]);
  });
});
