import { expect } from "@open-wc/testing";
import { guessMapping, readBlock, type Cells, type Place } from "./cell-block.ts";
import type { LineColumn } from "./columns.ts";

const columns: readonly LineColumn[] = [
  { path: "text", label: "Nội dung", type: "text", required: true, readOnly: false },
  { path: "kind", label: "Loại", type: "choice", required: false, readOnly: false, choices: [{ value: "S", label: "Lương" }] },
  { path: "amount", label: "Số tiền", type: "money", required: true, readOnly: false },
  { path: "sum", label: "Cộng", type: "money", required: false, readOnly: true },
];
const place = (more: Partial<Place> = {}): Place => ({
  columns,
  rows: [{ text: "a", amount: 1, sum: 1 }],
  blankRow: {},
  maxRows: 20_000,
  writing: { locale: "vi", decimals: 0 },
  ...more,
});

describe("cells from outside", () => {
  it("given headings in another order, then columns are found by their names, however these are written", () => {
    const cells = [
      ["SỐ TIỀN ", "Ghi chú", "nội  dung *"],
      ["1", "x", "a"],
    ];
    expect(guessMapping(cells, columns, 0)).to.deep.equal({ headings: true, targets: [2, -1, 0] });
  });

  it("given a heading that stands twice, then its second column is left out", () => {
    expect(guessMapping([["Nội dung", "Nội dung", "Số tiền"]], columns, 0).targets).to.deep.equal([0, -1, 2]);
  });

  it("given no headings, then they are laid side by side from the column they are put in", () => {
    expect(guessMapping([["x", "1"]], columns, 1)).to.deep.equal({ headings: false, targets: [1, 2] });
    expect(guessMapping([["1", "2", "3"]], columns, 2)).to.deep.equal({ headings: false, targets: [2, 3, -1] });
  });

  it("reads what people see, leaves computed cells alone, and keeps what it cannot read with its place", async () => {
    const cells: Cells = [
      ["Điện", "Lương", "1.000", "999"],
      ["Nước", "Thưởng", "mười", ""],
    ];
    const { rows, faults } = await readBlock(cells, { headings: false, targets: [0, 1, 2, 3] }, 0, place());
    expect(rows).to.deep.equal([{ text: "Điện", kind: "S", amount: 1_000, sum: 1 }, { text: "Nước" }]);
    expect(faults).to.deep.equal([
      { row: 1, path: "kind", text: "Thưởng", problem: "choice.unknown" },
      { row: 1, path: "amount", text: "mười", problem: "money.not-a-number" },
    ]);
  });

  it("given more rows than fit, then the rest is counted", async () => {
    const { rows, tooMany } = await readBlock([["h"], ["a"], ["b"], ["c"]], { headings: true, targets: [0] }, 0, place({ maxRows: 2 }));
    expect([rows.length, tooMany]).to.deep.equal([2, 1]);
  });

  it("given ten thousand lines, then others have their turn while they are read, and reading can be given up", async () => {
    const cells = Array.from({ length: 20_000 }, (_, n) => [`line ${n}`, "Lương", "1.234.567"]);
    let turns = 0;
    let reading = true;
    const count = (): void => {
      turns += 1;
      if (reading) setTimeout(count);
    };
    setTimeout(count);
    const { rows } = await readBlock(cells, { headings: false, targets: [0, 1, 2] }, 0, place());
    reading = false;
    expect(rows).to.have.length(20_000);
    expect(turns).to.be.greaterThan(0);
    const given = new AbortController();
    const half = readBlock(cells, { headings: false, targets: [0, 1, 2] }, 0, place(), {
      signal: given.signal,
      progress: () => given.abort(),
    });
    expect(await half.catch((error: unknown) => (error as Error).name)).to.equal("AbortError");
  });
});
