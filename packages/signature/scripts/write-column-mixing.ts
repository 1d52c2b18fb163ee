/**
 * Writes `src/national/gost3411-2012/transform.ts` and `src/national/dstu7564/mix-columns-{8,16}.ts`: a round's look-ups with every index
 * written out. Engines check and compute indices in a loop, which costs a third of the speed. Run it after a change:
 * `node packages/signature/scripts/write-column-mixing.ts`, then format.
 */
import { writeFileSync } from "node:fs";

const NAMES = [..."abcdefgh"];
const national = new URL("../src/national/", import.meta.url);

/** `from(row)`: the octet that row `row` of the column takes; `tables(row, half)`: which table holds its word. */
function column(
  to: number,
  from: (row: number) => number,
  step: (row: number) => number,
  tables: (row: number, half: 0 | 1) => string,
): string[] {
  const octets = NAMES.map((name, row) => {
    const offset = step(row);
    return `const ${name} = ${offset === 0 ? "" : "("}octets[${from(row)}] as number${offset === 0 ? "" : `) + ${offset}`};`;
  });
  const sums = ([0, 1] as const).map(
    (half) => `out[${2 * to + half}] = ${NAMES.map((name, row) => `(${tables(row, half)}[${name}] as number)`).join(" ^ ")};`,
  );
  return ["{", ...octets, ...sums, "}"];
}

function write(path: string, comment: string, name: string, words: number, columns: readonly string[][]): void {
  const lines = [
    "/* Written by scripts/write-column-mixing.ts. */",
    "",
    "// Constants of this very module: so the compiler knows that no index leaves them, and checks none.",
    `export const low = new Int32Array(${words});`,
    `export const high = new Int32Array(${words});`,
    "/** What is transformed. */",
    `export const input = new Int32Array(${2 * columns.length});`,
    "const octets = new Uint8Array(input.buffer);",
    "",
    `/** ${comment} */`,
    `export function ${name}(out: Int32Array): void {`,
    ...columns.flat(),
    "}",
  ];
  writeFileSync(new URL(path, national), `${lines.join("\n")}\n`);
}

const count = (length: number): number[] => Array.from({ length }, (_, i) => i);

write(
  "gost3411-2012/transform.ts",
  "LPS of `input`: octet `i` of each row becomes column `i`.",
  "transform",
  2048,
  count(8).map((to) =>
    column(
      to,
      (row) => 8 * row + to,
      (row) => 256 * row,
      (_, half) => (half === 0 ? "low" : "high"),
    ),
  ),
);

for (const columns of [8, 16]) {
  write(
    `dstu7564/mix-columns-${columns}.ts`,
    `Substitution, row shift and MDS matrix of \`input\` at once: the octet of row r comes from r columns before${columns === 16 ? ", that of the last row from 11" : ""}.`,
    `mixColumns${columns}`,
    1024,
    count(columns).map((to) =>
      column(
        to,
        (row) => 8 * ((to - (columns === 16 && row === 7 ? 11 : row) + columns) % columns) + row,
        (row) => 256 * (row & 3),
        // the last four columns of the matrix are the first four turned by half a column
        (row, half) => (row < 4 === (half === 0) ? "low" : "high"),
      ),
    ),
  );
}
