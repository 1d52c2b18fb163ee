/** A cell by the numbers of its row and column. */
export interface CellPlace {
  readonly row: number;
  readonly at: number;
}

/** Cells from one corner to the other, both included. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function rangeOf(one: CellPlace, other: CellPlace): CellRange {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.at, other.at),
    right: Math.max(one.at, other.at),
  };
}

export function isOneCell({ top, bottom, left, right }: CellRange): boolean {
  return top === bottom && left === right;
}

export function holdsCell({ top, bottom, left, right }: CellRange, row: number, at: number): boolean {
  return row >= top && row <= bottom && at >= left && at <= right;
}
