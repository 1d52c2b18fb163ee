/** Name of a table → the key and the value of its records. */
export type Tables = Readonly<Record<string, { readonly key: IDBValidKey; readonly value: unknown }>>;

/** One table within a transaction. */
export interface Table<Row extends Tables[string]> {
  get(key: Row["key"]): Promise<Row["value"] | undefined>;
  /** The first record that the index has under `value`. */
  find(index: string, value: IDBValidKey): Promise<Row["value"] | undefined>;
  findAll(index: string, value: IDBValidKey): Promise<Row["value"][]>;
  /** Every record whose key begins with `first`, by key. */
  getAllUnder(first: string): Promise<Row["value"][]>;
  /** Gives the key, which the database makes where the value has none. */
  put(value: Row["value"]): Promise<IDBValidKey>;
  delete(key: Row["key"]): Promise<unknown>;
  /** Deletes every record whose key begins with `first`. */
  deleteUnder(first: string): Promise<unknown>;
  /** Deletes every record that the index has under `value`. */
  deleteAll(index: string, value: IDBValidKey): Promise<unknown>;
}

export interface Transaction<T extends Tables, Names extends keyof T> {
  table<Name extends Names>(name: Name): Table<T[Name]>;
  /** Resolves once everything is on disk. Rejects where it is not, and then nothing of it is. */
  readonly done: Promise<void>;
}

/** Tables of records: in the browser's database, or in memory where it keeps none. */
export interface Database<T extends Tables> {
  get<Name extends keyof T & string>(name: Name, key: T[Name]["key"]): Promise<T[Name]["value"] | undefined>;
  getAll<Name extends keyof T & string>(name: Name): Promise<T[Name]["value"][]>;
  /** Every record whose key begins with `first`, by key. */
  getAllUnder<Name extends keyof T & string>(name: Name, first: string): Promise<T[Name]["value"][]>;
  find<Name extends keyof T & string>(name: Name, index: string, value: IDBValidKey): Promise<T[Name]["value"] | undefined>;
  findAll<Name extends keyof T & string>(name: Name, index: string, value: IDBValidKey): Promise<T[Name]["value"][]>;
  count<Name extends keyof T & string>(name: Name, index: string, value: IDBValidKey): Promise<number>;
  /** A change of several records as one. */
  change<Names extends keyof T & string>(...names: Names[]): Transaction<T, Names>;
  close(): void;
}

/** Milliseconds that another page gets to let go of an older version of the database. */
const patience = 4_000;

/**
 * IndexedDB by promises: as much of it as drafts and the outbox need, because every page with a form carries it.
 * Each call outside a transaction is one by itself, and a change resolves once it is on disk.
 */
class IndexedDatabase<T extends Tables> implements Database<T> {
  readonly #raw: IDBDatabase;

  constructor(raw: IDBDatabase) {
    this.#raw = raw;
  }

  get<Name extends keyof T & string>(name: Name, key: T[Name]["key"]): Promise<T[Name]["value"] | undefined> {
    return answer(this.#store(name).get(key));
  }
  getAll<Name extends keyof T & string>(name: Name): Promise<T[Name]["value"][]> {
    return answer(this.#store(name).getAll());
  }
  getAllUnder<Name extends keyof T & string>(name: Name, first: string): Promise<T[Name]["value"][]> {
    return answer(this.#store(name).getAll(under(first)));
  }
  find<Name extends keyof T & string>(name: Name, index: string, value: IDBValidKey): Promise<T[Name]["value"] | undefined> {
    return answer(this.#store(name).index(index).get(value));
  }
  findAll<Name extends keyof T & string>(name: Name, index: string, value: IDBValidKey): Promise<T[Name]["value"][]> {
    return answer(this.#store(name).index(index).getAll(value));
  }
  count<Name extends keyof T & string>(name: Name, index: string, value: IDBValidKey): Promise<number> {
    return answer(this.#store(name).index(index).count(value));
  }

  change<Names extends keyof T & string>(...names: Names[]): Transaction<T, Names> {
    const transaction = this.#raw.transaction(names, "readwrite");
    let refused: unknown;
    const done = end(transaction, () => refused);
    /** Fails with what made the transaction fail, not with the news that it did; where a call is refused, nothing of it stays. */
    const ask = <R>(request: () => IDBRequest<R>): Promise<R> => {
      try {
        return answer(request()).catch((cause: unknown) => done.then(() => Promise.reject(cause)));
      } catch (cause) {
        if (refused === undefined && !transaction.error) {
          refused = cause;
          try {
            transaction.abort();
          } catch {
            // It is over already.
          }
        }
        return done.then(() => Promise.reject(cause));
      }
    };
    return {
      table: (name) => {
        const store = (): IDBObjectStore => transaction.objectStore(name);
        return {
          get: (key) => ask(() => store().get(key)),
          find: (index, value) => ask(() => store().index(index).get(value)),
          findAll: (index, value) => ask(() => store().index(index).getAll(value)),
          getAllUnder: (first) => ask(() => store().getAll(under(first))),
          put: (value) => ask(() => store().put(value)),
          delete: (key) => ask(() => store().delete(key)),
          deleteUnder: (first) => ask(() => store().delete(under(first))),
          deleteAll: async (index, value) => {
            const keys = await ask(() => store().index(index).getAllKeys(value));
            await Promise.all(keys.map((key) => ask(() => store().delete(key))));
          },
        };
      },
      done,
    };
  }

  close(): void {
    this.#raw.close();
  }

  #store(name: string): IDBObjectStore {
    return this.#raw.transaction(name).objectStore(name);
  }
}

/**
 * Opens a database; `upgrade` brings its tables from a version (0: there is none) to the newest. Gives way when another tab brings a newer one.
 * @throws DOMException as IndexedDB has them; `TimeoutError` where a page with an older version does not let go
 */
export async function openIndexedDatabase<T extends Tables>(
  name: string,
  version: number,
  upgrade: (transaction: IDBTransaction, from: number) => void,
): Promise<Database<T>> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = ({ oldVersion }) => upgrade(request.transaction as IDBTransaction, oldVersion);
  const opened = answer(request);
  const held = new Promise<never>((_, reject) => {
    request.onblocked = () => setTimeout(() => reject(new DOMException("", "TimeoutError")), patience);
  });
  const raw = await Promise.race([opened, held]).catch((cause: unknown) => {
    // It may still open once the other page is gone; nobody uses it then.
    void opened.then((late) => late.close()).catch(() => undefined);
    throw cause;
  });
  raw.onversionchange = () => raw.close();
  return new IndexedDatabase(raw);
}

/** Keys that are lists and begin with `first`. */
function under(first: string): IDBKeyRange {
  return IDBKeyRange.bound([first], [first, []]);
}

function answer<R>(request: IDBRequest<R>): Promise<R> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as DOMException);
  });
}

function end(transaction: IDBTransaction, refused: () => unknown): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? refused() ?? new DOMException("", "AbortError"));
  });
  // Whoever waits for a record of it hears of the failure there.
  ended.catch(() => undefined);
  return ended;
}
