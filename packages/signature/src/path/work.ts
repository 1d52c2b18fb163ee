/** What one question may cost, whatever it is fed. */
export interface WorkLimits {
  /** Signature verifications: the path, the lists, the responses. */
  readonly signatures: number;
  /** Certificates that path building puts behind one another, and issuers of lists that are looked into. */
  readonly steps: number;
  /** Names held against a constraint. */
  readonly nameComparisons: number;
  /** Names of distribution points held against those of lists. */
  readonly listComparisons: number;
}

export const WORK_LIMITS: WorkLimits = { signatures: 128, steps: 512, nameComparisons: 200_000, listComparisons: 100_000 };

/** Counts work instead of time: the same input ends the same way on every machine. */
export class WorkBudget {
  readonly spent: Record<keyof WorkLimits, number> = { signatures: 0, steps: 0, nameComparisons: 0, listComparisons: 0 };
  readonly #limits: WorkLimits;
  #exhausted = false;

  constructor(limits: WorkLimits = WORK_LIMITS) {
    this.#limits = limits;
  }

  /** False where that would be too much; nothing is spent then. */
  spend(kind: keyof WorkLimits, amount = 1): boolean {
    if (this.spent[kind] + amount > this.#limits[kind]) {
      this.#exhausted = true;
      return false;
    }
    this.spent[kind] += amount;
    return true;
  }

  get exhausted(): boolean {
    return this.#exhausted;
  }
}
