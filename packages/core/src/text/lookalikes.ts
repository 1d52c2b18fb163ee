// Letters that look the same in both alphabets, pair by pair: after Unicode's confusables.txt, for the letters of our languages.
const latin = "AaBCcEeHIiïÏJjKMOoPpSsTXxYyhƏəƟɵ";
const cyrillic = "АаВСсЕеНІіїЇЈјКМОоРрЅѕТХхУуһӘәӨө";

const pairs = [...latin].map((letter, i) => [letter, [...cyrillic][i] as string] as const);

/** Capitals Α and letters like ο of Greek too, which stand for either alphabet. */
const greek: readonly (readonly [string, string, string])[] = [..."ΑΒΕΗΙΚΜΝΟΡΤΧΥο"].map(
  (letter, i) => [letter, "ABEHIKMNOPTXYo"[i] as string, "АВЕНІКМ\0ОРТХУо"[i] as string] as const,
);

export type Alphabet = "Latin" | "Cyrillic";

/** A letter of another alphabet → the one that it looks like. */
export const lookalikes: Readonly<Record<Alphabet, ReadonlyMap<string, string>>> = {
  Cyrillic: new Map([...pairs, ...greek.flatMap(([from, , to]) => (to === "\0" ? [] : [[from, to] as const]))]),
  Latin: new Map([...pairs.map(([a, b]) => [b, a] as const), ...greek.map(([from, to]) => [from, to] as const)]),
};
