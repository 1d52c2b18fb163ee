import { expect } from "@open-wc/testing";
import { readView, usualView, writeView, type ListView } from "./list-address.ts";

const view: ListView = {
  filter: { text: "văn phòng & kho", state: "processing", due: "late", awaitsMe: true },
  order: "due",
  page: 3,
};

describe("a list in the page's address", () => {
  it("comes back as it was, and leaves alone what the page keeps there itself", () => {
    const written = writeView(new URLSearchParams("lang=vi"), "list.", view, usualView);
    expect(written.get("lang")).to.equal("vi");
    expect(readView(new URLSearchParams(written.toString()), "list.", usualView)).to.deep.equal(view);
    expect(readView(written, "other.", usualView)).to.deep.equal(usualView);
  });

  it("holds nothing that is as usual", () => {
    const written = writeView(new URLSearchParams("list.q=a&list.page=2&list.mine=1&id=7"), "list.", usualView, usualView);
    expect(written.toString()).to.equal("id=7");
  });

  it("lets somebody turn off what is usual on a page", () => {
    const mine = { ...usualView, filter: { ...usualView.filter, awaitsMe: true } };
    const written = writeView(new URLSearchParams(), "", usualView, mine);
    expect(written.toString()).to.equal("mine=0");
    expect(readView(written, "", mine)).to.deep.equal(usualView);
  });

  it("takes what makes no sense as not said, and no more text than somebody types", () => {
    const read = readView(new URLSearchParams(`sort=constructor&due=x&page=-1&mine=yes&q=${"a".repeat(5_000)}`), "", usualView);
    expect([read.order, read.filter.due, read.page, read.filter.awaitsMe]).to.deep.equal(["updated", "", 1, false]);
    expect(read.filter.text.length).to.equal(200);
  });
});
