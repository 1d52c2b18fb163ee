import type { DraftDatabase, DraftTables } from "./database.ts";
import type { Table, Tables } from "./indexed-database.ts";

type Row = Readonly<Record<string, unknown>>;

/** Key paths of the tables, as `database.ts` makes them on disk. */
const keyPaths: Readonly<Record<keyof DraftTables, string | readonly string[]>> = {
  drafts: "id",
  aside: ["id", "tab"],
  chunks: ["file", "index"],
  keys: "id",
  damaged: "id",
  outbox: "sequence",
  sent: "submission",
};

const databases = new Map<string, DraftDatabase>();

/** The tables in memory, one set for a name and page: for browsers that keep nothing, so that a form can still be filled in and sent. */
export function memoryDatabase(name: string): DraftDatabase {
  const known = databases.get(name) ?? makeDatabase();
  databases.set(name, known);
  return known;
}

function makeDatabase(): DraftDatabase {
  const tables = new Map<string, Map<string, Row>>();
  let last = 0;
  const rowsOf = (name: string): Map<string, Row> => {
    const rows = tables.get(name) ?? new Map<string, Row>();
    tables.set(name, rows);
    return rows;
  };
  const keyOf = (name: keyof DraftTables, row: Row): unknown => {
    const path = keyPaths[name];
    return typeof path === "string" ? row[path] : path.map((part) => row[part]);
  };
  const all = (name: string, index: string, value: unknown): Row[] => [...rowsOf(name).values()].filter((row) => row[index] === value);
  const under = (name: string, first: string): [string, Row][] =>
    [...rowsOf(name)].filter(([key]) => (JSON.parse(key) as unknown[])[0] === first).sort(([a], [b]) => (a < b ? -1 : 1));

  const table = (name: keyof DraftTables): Table<Tables[string]> => ({
    get: async (key) => rowsOf(name).get(JSON.stringify(key)),
    find: async (index, value) => all(name, index, value)[0],
    findAll: async (index, value) => all(name, index, value),
    getAllUnder: async (first) => under(name, first).map(([, row]) => row),
    put: async (value) => {
      const given = value as Row;
      const row = name === "outbox" && given["sequence"] === undefined ? { ...given, sequence: (last += 1) } : given;
      const key = keyOf(name, row);
      rowsOf(name).set(JSON.stringify(key), row);
      return key as IDBValidKey;
    },
    delete: async (key) => rowsOf(name).delete(JSON.stringify(key)),
    deleteAll: async (index, value) => all(name, index, value).forEach((row) => rowsOf(name).delete(JSON.stringify(keyOf(name, row)))),
    deleteUnder: async (first) => under(name, first).forEach(([key]) => rowsOf(name).delete(key)),
  });
  // Rows come out as they went in: the types of the tables hold for them.
  return {
    get: (name: keyof DraftTables, key: IDBValidKey) => table(name).get(key),
    getAll: async (name: string) => [...rowsOf(name).values()],
    getAllUnder: (name: keyof DraftTables, first: string) => table(name).getAllUnder(first),
    find: (name: keyof DraftTables, index: string, value: IDBValidKey) => table(name).find(index, value),
    findAll: (name: keyof DraftTables, index: string, value: IDBValidKey) => table(name).findAll(index, value),
    count: async (name: string, index: string, value: IDBValidKey) => all(name, index, value).length,
    change: () => ({ table, done: Promise.resolve() }),
    close: () => undefined,
  } as unknown as DraftDatabase;
}
