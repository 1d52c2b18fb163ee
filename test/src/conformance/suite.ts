/** One case of a suite: what it asks for and what came. */
export interface ConformanceCase {
  readonly name: string;
  readonly expected: string;
  readonly found: string;
  readonly agrees: boolean;
}

export interface SuiteResult {
  readonly name: string;
  /** Whose material it is, and what it is held against. */
  readonly about: string;
  readonly cases: readonly ConformanceCase[];
  /** Why it was not run; then there are no cases. */
  readonly skipped?: string;
  /** Cases that prove something by their words are listed in the table; of large suites only what differs is. */
  readonly listed?: boolean;
  /** Further figures for the table. */
  readonly note?: string;
}

export const agreed = ({ cases }: SuiteResult): number => cases.filter(({ agrees }) => agrees).length;
