import { expect } from "@open-wc/testing";
import type { DossierSummary } from "@fisc/core";
import { arrange, everything, pageOf } from "./list-order.ts";

const one = (id: string, part: Partial<DossierSummary> = {}): DossierSummary => ({
  id,
  code: id,
  procedure: "p",
  unit: { code: "1", name: "Đơn vị" },
  state: "s",
  revision: 1,
  title: "",
  number: "",
  amount: 0,
  updatedAt: `2026-01-0${id}T00:00:00.000Z`,
  awaitsMe: false,
  ...part,
});
const list = [
  one("1", { dueOn: "2026-03-02", amount: 5 }),
  one("2", { amount: 9, awaitsMe: true }),
  one("3", { dueOn: "2026-03-01", title: "Đường Bình Hải" }),
];
const reading = {
  state: ({ id }: DossierSummary) => (id === "2" ? "sent" : "draft"),
  due: ({ dueOn }: DossierSummary) => (dueOn === undefined ? undefined : dueOn === "2026-03-01" ? ("late" as const) : ("soon" as const)),
};
const ids = (...rest: [filter?: object, order?: Parameters<typeof arrange>[2]]) =>
  arrange(list, { ...everything, ...rest[0] }, rest[1] ?? "updated", reading)
    .map(({ id }) => id)
    .join("");

describe("the order of a list", () => {
  it("puts the latest change first, or the nearest deadline with undated ones last, or the largest amount", () => {
    expect(ids()).to.equal("321");
    expect(ids({}, "due")).to.equal("312");
    expect(ids({}, "amount")).to.equal("213");
    expect(ids({}, "code")).to.equal("123");
  });
  it("finds words without their marks, and the letter đ by d", () => {
    expect(ids({ text: "duong binh hai" })).to.equal("3");
    expect(ids({ text: "DON VI" })).to.equal("321");
  });
  it("filters by state, by how near the deadline is, and by what awaits the person", () => {
    expect(ids({ state: "draft" })).to.equal("31");
    expect(ids({ due: "late" })).to.equal("3");
    expect(ids({ due: "soon" })).to.equal("1");
    expect(ids({ awaitsMe: true })).to.equal("2");
  });
  it("leaves the list that it was given as it is", () => {
    expect(list.map(({ id }) => id).join("")).to.equal("123");
  });
});

describe("the pages of a list", () => {
  it("gives the rows of a page, and the last page to who asks for one beyond it", () => {
    expect(pageOf([1, 2, 3, 4, 5], 2, 2)).to.deep.equal({ rows: [3, 4], page: 2, pages: 3 });
    expect(pageOf([1, 2, 3, 4, 5], 9, 2)).to.deep.equal({ rows: [5], page: 3, pages: 3 });
    expect(pageOf([], 1, 2)).to.deep.equal({ rows: [], page: 1, pages: 1 });
  });
});
