/**
 * Writes `src/national/dstu4145/field-257.ts`: squares in GF(2^257), and the product by a comb of four bits (López and Dahab), with words in
 * local variables. Engines keep such code in registers, which loops over arrays do not reach. Run it after a change:
 * `node packages/signature/scripts/write-field-257.ts`, then format.
 */
import { writeFileSync } from "node:fs";

const WORDS = 9;
const MIDDLE = 12;
const indices = Array.from({ length: WORDS }, (_, i) => i);
const all = Array.from({ length: 2 * WORDS }, (_, i) => i);

const reduction = [
  "let word = 0;",
  ...indices
    .toReversed()
    .flatMap((i) => [
      `word = c${WORDS + i};`,
      `c${i} ^= word << 31;`,
      `c${i + 1} ^= (word >>> 1) ^ (word << ${MIDDLE - 1});`,
      `c${i + 2} ^= word >>> ${32 - (MIDDLE - 1)};`,
    ]),
  "word = c8 >>> 1;",
  `out[0] = c0 ^ word ^ (word << ${MIDDLE});`,
  `out[1] = c1 ^ (word >>> ${32 - MIDDLE});`,
  ...indices.slice(2, 8).map((i) => `out[${i}] = c${i};`),
  "out[8] = c8 & 1;",
];

const lines = [
  'import type { BinaryElement } from "./binary-field.ts";',
  "",
  "/* Written by scripts/write-field-257.ts. */",
  "",
  `const TABLE = new Int32Array(16 * ${WORDS});`,
  "",
  "/** `out` = `a` · `b` modulo x^257 + x^12 + 1. Looks up a table by the bits of `a`: for public values only. */",
  "export function multiplyPublic257(out: BinaryElement, a: BinaryElement, b: BinaryElement): void {",
  "const table = TABLE;",
  ...indices.map((i) => `table[${WORDS + i}] = (b[${i}] as number);`),
  `for (let row = ${2 * WORDS}; row < ${16 * WORDS}; row += ${2 * WORDS}) {`,
  "const half = row >> 1;",
  ...indices.map((i) => `const h${i} = (table[half + ${i}] as number);`),
  ...indices.flatMap((i) => {
    const value = i === 0 ? "h0 << 1" : `(h${i} << 1) | (h${i - 1} >>> 31)`;
    return [
      `const d${i} = ${value};`,
      `table[row + ${i}] = d${i};`,
      `table[row + ${WORDS + i}] = d${i} ^ (table[${WORDS + i}] as number);`,
    ];
  }),
  "}",
  ...indices.slice(0, 8).map((i) => `const a${i} = (a[${i}] as number);`),
  `let ${all.map((i) => `c${i} = 0`).join(", ")};`,
  "let at = 0;",
  "for (let shift = 28; shift >= 0; shift -= 4) {",
  ...all.toReversed().map((i) => `c${i} = ${i === 0 ? "c0 << 4" : `(c${i} << 4) | (c${i - 1} >>> 28)`};`),
  ...indices
    .slice(0, 8)
    .flatMap((i) => [`at = ((a${i} >>> shift) & 15) * ${WORDS};`, ...indices.map((j) => `c${i + j} ^= (table[at + ${j}] as number);`)]),
  "}",
  "if (((a[8] as number) & 1) === 1) {",
  ...indices.map((j) => `c${8 + j} ^= (b[${j}] as number);`),
  "}",
  ...reduction,
  "}",
  "",
  "/** All sums of `factor` times x^0 … x^7, for `multiplyByTable257`. */",
  "export function factorTable257(factor: BinaryElement): Int32Array {",
  `const table = new Int32Array(256 * ${WORDS});`,
  `table.set(factor, ${WORDS});`,
  "for (let entry = 2; entry < 256; entry++) {",
  `const half = (entry >> 1) * ${WORDS};`,
  `const row = entry * ${WORDS};`,
  ...indices.map((i) => {
    const value =
      i === 0 ? "(table[half] as number) << 1" : `((table[half + ${i}] as number) << 1) | ((table[half + ${i - 1}] as number) >>> 31)`;
    return `table[row + ${i}] = (${value}) ^ ((entry & 1) * (factor[${i}] as number));`;
  }),
  "}",
  "return table;",
  "}",
  "",
  "/** `out` = `a` · factor, by the factor's table, which is looked up by the bits of `a`: for public values only. */",
  "export function multiplyByTable257(out: BinaryElement, a: BinaryElement, table: Int32Array): void {",
  ...indices.slice(0, 8).map((i) => `const a${i} = a[${i}] as number;`),
  `let ${all.map((i) => `c${i} = 0`).join(", ")};`,
  "let at = 0;",
  "for (let shift = 24; shift >= 0; shift -= 8) {",
  ...all.toReversed().map((i) => `c${i} = ${i === 0 ? "c0 << 8" : `(c${i} << 8) | (c${i - 1} >>> 24)`};`),
  ...indices
    .slice(0, 8)
    .flatMap((i) => [`at = ((a${i} >>> shift) & 255) * ${WORDS};`, ...indices.map((j) => `c${i + j} ^= table[at + ${j}] as number;`)]),
  "}",
  "if (((a[8] as number) & 1) === 1) {",
  ...indices.map((j) => `c${8 + j} ^= table[${WORDS + j}] as number;`),
  "}",
  ...reduction,
  "}",
  "",
  "/** `out` = `a`². The same instructions for all values. */",
  "export function square257(out: BinaryElement, a: BinaryElement): void {",
  ...indices.flatMap((i) => [
    `let c${2 * i} = (a[${i}] as number) & 0xffff;`,
    `let c${2 * i + 1} = (a[${i}] as number) >>> 16;`,
    ...[2 * i, 2 * i + 1].flatMap((c) =>
      [
        [8, "0x00ff00ff"],
        [4, "0x0f0f0f0f"],
        [2, "0x33333333"],
        [1, "0x55555555"],
      ].map(([shift, mask]) => `c${c} = (c${c} | (c${c} << ${shift})) & ${mask};`),
    ),
  ]),
  ...reduction,
  "}",
  "",
];
writeFileSync(new URL("../src/national/dstu4145/field-257.ts", import.meta.url), lines.join("\n"));
