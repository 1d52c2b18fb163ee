/** Texts by `<row>.<path>`; a `Map` is one. */
export interface CellTexts {
  get(at: string): string | undefined;
  values(): Iterable<string>;
}

export const noCellTexts: CellTexts = new Map<string, string>();
