import { expect } from "@open-wc/testing";
import { csvFile } from "./csv.ts";

const text = async (rows: Parameters<typeof csvFile>[0], locale: string): Promise<string> =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(await csvFile(rows, locale).arrayBuffer());

describe("a table as CSV", () => {
  it("begins with the mark of UTF-8 and ends each line with CR LF", async () => {
    expect(
      await text(
        [
          ["Mã", "Tên"],
          ["1", "Đơn vị"],
        ],
        "en",
      ),
    ).to.equal("\ufeffMã,Tên\r\n1,Đơn vị\r\n");
  });

  it("separates and writes figures as spreadsheets of the locale read them", async () => {
    expect(await text([["a", 1_234_567.5]], "vi")).to.equal("\ufeffa;1234567,5\r\n");
    expect(await text([["a", -18_540_000]], "en")).to.equal("\ufeffa,-18540000\r\n");
  });

  it("quotes what holds a separator, a quote or a line end", async () => {
    expect(await text([['Công ty "Sen", chi nhánh', "a;b", "một\nhai"]], "vi")).to.equal(
      '\ufeff"Công ty ""Sen"", chi nhánh";"a;b";"một\nhai"\r\n',
    );
  });

  it("marks what a spreadsheet would run as a formula as text, also behind blanks and in full width", async () => {
    for (const formula of ["=1+1", "+84", "-1", "@SUM(A1)", " =cmd|' /c calc'!A0", "＝1＋1"]) {
      expect(await text([[formula]], "en"), formula).to.equal(`\ufeff'${formula}\r\n`);
    }
    expect(await text([["\t=1"]], "en")).to.equal(`\ufeff"'\t=1"\r\n`);
    expect(await text([["a=b", "2026-03-10"]], "en")).to.equal("\ufeffa=b,2026-03-10\r\n");
  });
});
