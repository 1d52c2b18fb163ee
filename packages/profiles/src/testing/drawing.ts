/** Numbers below `count`, the same in every run of the same seed: a linear congruential generator (Numerical Recipes). */
export function drawing(seed: number): (count: number) => number {
  let state = (seed * 7_919) >>> 0;
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}
