/** Name of a table → the key and the value of its records. */
export type Tables = Readonly<Record<string, { readonly key: IDBValidKey; readonly value: unknown }>>;

/** One table within a transaction. */
export interface Table<Row extends Tables[string]> {
  get(key: Row["key"]): Promise<Row["value"] | undefined>;
  /** The first record that the index has under `value`. */
  find(index: string, value: IDBValidKey): Promise<Row["value"] | undefined>;
  put(value: Row["value"]): Promise<unknown>;
  delete(key: Row["key"] | IDBKeyRange): Promise<unknown>;
}

export interface Transaction<T extends Tables, Names extends keyof T> {
  table<Name extends Names>(name: Name): Table<T[Name]>;
  /** Resolves once everything is on disk. Rejects where it is not, and then nothing of it is. */
  readonly done: Promise<void>;
}

/**
 * IndexedDB by promises: as much of it as drafts and the outbox need, because every page with a form carries it.
 * Each call outside a transaction is one by itself, and a change resolves once it is on disk.
 */
export class IndexedDatabase<T extends Tables> {
  readonly #raw: IDBDatabase;

  constructor(raw: IDBDatabase) {
    this.#raw = raw;
  }

  get<Name extends keyof T & string>(name: Name, key: T[Name]["key"]): Promise<T[Name]["value"] | undefined> {
    return answer(this.#store(name).get(key));
  }
  getAll<Name extends keyof T & string>(name: Name, range: IDBKeyRange): Promise<T[Name]["value"][]> {
    return answer(this.#store(name).getAll(range));
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
  /** Gives the key that the database made. */
  async add<Name extends keyof T & string>(name: Name, value: Omit<T[Name]["value"] & object, "sequence">): Promise<T[Name]["key"]> {
    const store = this.#store(name, "readwrite");
    const [key] = await Promise.all([answer(store.add(value)), end(store.transaction)]);
    return key;
  }
  async delete<Name extends keyof T & string>(name: Name, key: T[Name]["key"]): Promise<void> {
    const store = this.#store(name, "readwrite");
    await Promise.all([answer(store.delete(key)), end(store.transaction)]);
  }

  /** A change of several records as one. */
  change<Names extends keyof T & string>(...names: Names[]): Transaction<T, Names> {
    const transaction = this.#raw.transaction(names, "readwrite");
    return {
      table: (name) => {
        const store = transaction.objectStore(name);
        return {
          get: (key) => answer(store.get(key)),
          find: (index, value) => answer(store.index(index).get(value)),
          put: (value) => answer(store.put(value)),
          delete: (key) => answer(store.delete(key)),
        };
      },
      done: end(transaction),
    };
  }

  close(): void {
    this.#raw.close();
  }

  #store(name: string, mode: IDBTransactionMode = "readonly"): IDBObjectStore {
    return this.#raw.transaction(name, mode).objectStore(name);
  }
}

/** Opens a database; `upgrade` makes its tables. Gives way when another tab brings a newer version of it. */
export async function openIndexedDatabase<T extends Tables>(
  name: string,
  version: number,
  upgrade: (database: IDBDatabase) => void,
): Promise<IndexedDatabase<T>> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => upgrade(request.result);
  const raw = await answer(request);
  raw.onversionchange = () => raw.close();
  return new IndexedDatabase(raw);
}

function answer<R>(request: IDBRequest<R>): Promise<R> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as DOMException);
  });
}

function end(transaction: IDBTransaction): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException("", "AbortError"));
  });
  // Whoever waits for a record of it hears of the failure there.
  ended.catch(() => undefined);
  return ended;
}
