/** CEL fragments that definitions of any country share. */

/** Something was entered at each path. */
export const filled = (...paths: readonly string[]): string =>
  paths.length === 1 ? `count([${paths[0]}]) > 0` : `count([${paths.join(", ")}]) == ${paths.length}`;

/** Nothing was entered at any path. */
export const empty = (...paths: readonly string[]): string => `count([${paths.join(", ")}]) == 0`;
