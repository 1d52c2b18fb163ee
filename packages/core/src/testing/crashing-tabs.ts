import type { Locks } from "../drafts/locks.ts";

/** One life of a page: it ends after so many steps, at the disk or at the gateway, as a killed browser ends it. */
export class Life {
  #left: number;
  isOver = false;
  readonly #ends: (() => void)[] = [];

  constructor(steps: number) {
    this.#left = steps;
  }

  /** One step; the last one does not happen. */
  step(): void {
    this.#left -= 1;
    if (this.#left > 0 || this.isOver) return;
    this.isOver = true;
    for (const end of this.#ends) end();
  }
  atEnd(end: () => void): void {
    this.#ends.push(end);
  }
  /** What a dead page waits for never comes. */
  async survives(): Promise<void> {
    this.step();
    if (this.isOver) await new Promise(() => undefined);
  }
}

const lives = new WeakMap<IDBDatabase, Life>();
let born: Life | undefined;

/** Databases that are opened within `work` die with the life: a transaction that is open then leaves nothing. */
export function within<T>(life: Life, work: () => T): T {
  born = life;
  try {
    return work();
  } finally {
    born = undefined;
  }
}

/** Makes every request to the disk a step of the life that asks. Gives the way back. */
export function countSteps(): () => void {
  const undo: (() => void)[] = [];
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (this: IDBFactory, ...of: Parameters<typeof open>) {
    const life = born;
    const request = open.apply(this, of);
    if (life) request.addEventListener("success", () => lives.set(request.result, life));
    return request;
  };
  undo.push(() => (IDBFactory.prototype.open = open));
  const watch = <Name extends "get" | "getAll" | "put" | "delete" | "count">(prototype: object, names: readonly Name[]): void => {
    for (const name of names) {
      const methods = prototype as Record<Name, (this: IDBObjectStore | IDBIndex, ...given: unknown[]) => IDBRequest>;
      const before = methods[name];
      methods[name] = function (this: IDBObjectStore | IDBIndex, ...given: unknown[]) {
        const { transaction } = "objectStore" in this ? this.objectStore : this;
        const life = lives.get(transaction.db);
        const wasOver = life?.isOver;
        life?.step();
        if (life?.isOver && !wasOver) transaction.abort();
        if (life?.isOver) throw new DOMException("", "AbortError");
        return before.apply(this, given);
      };
      undo.push(() => (methods[name] = before));
    }
  };
  watch(IDBObjectStore.prototype, ["get", "getAll", "put", "delete"]);
  watch(IDBIndex.prototype, ["get", "getAll", "count"]);
  return () => undo.forEach((back) => back());
}

/** Locks over the tabs of one browser: a page that dies lets go of its own. */
export class TabLocks {
  readonly #last = new Map<string, Promise<unknown>>();

  of(life: Life): Locks {
    return {
      request: async (name, work) => {
        const before = this.#last.get(name) ?? Promise.resolve();
        const released = Promise.withResolvers<void>();
        this.#last.set(
          name,
          before.then(() => released.promise),
        );
        life.atEnd(() => released.resolve());
        await before;
        if (life.isOver) released.resolve();
        try {
          return await work();
        } finally {
          released.resolve();
        }
      },
    };
  }
}
