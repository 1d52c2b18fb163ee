import { expect } from "@open-wc/testing";
import { pageAddress, pageInAddress } from "./page-address.ts";

const at = (fragment: string): void => history.replaceState(null, "", `${location.pathname}${location.search}${fragment}`);

describe("address of a page", () => {
  afterEach(() => at(""));

  it("names form and page, whatever letters they have, and leaves the rest of the address as it is", () => {
    for (const [form, page] of [
      ["xx.payment", "section.lines"],
      ["hồ sơ/1", "section.chi tiết"],
    ] as const) {
      const address = new URL(pageAddress(form, page));
      expect(address.pathname + address.search).to.equal(location.pathname + location.search);
      at(address.hash);
      expect(pageInAddress(form)).to.equal(page);
      expect(pageInAddress(`${form}.other`)).to.equal(undefined);
    }
  });

  it("is nobody's where the fragment is the portal's own, another form's, or broken, and none where there is none", () => {
    expect(pageInAddress("xx.payment")).to.equal("");
    for (const fragment of ["#main", "#/route/1", "#xx.payment", "#xx.payments/review", "#xx.payment/%E0%A4"]) {
      at(fragment);
      expect(pageInAddress("xx.payment"), fragment).to.equal(undefined);
    }
  });
});
