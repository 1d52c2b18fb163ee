/** What a table of a browser database holds, as anybody who opens the disk finds it. */
export async function rows(database: string, table: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const raw = await opened(database);
  try {
    return await new Promise((resolve, reject) => {
      const request = raw.transaction(table).objectStore(table).getAll();
      request.onsuccess = () => resolve(request.result as readonly Readonly<Record<string, unknown>>[]);
      request.onerror = () => reject(request.error as DOMException);
    });
  } finally {
    raw.close();
  }
}

/** Writes rows as they are: what a fault of the disk, an attacker or an older version left. */
export async function putRows(database: string, table: string, values: readonly unknown[]): Promise<void> {
  const raw = await opened(database);
  try {
    await new Promise<void>((resolve, reject) => {
      const transaction = raw.transaction(table, "readwrite");
      for (const value of values) transaction.objectStore(table).put(value);
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error as DOMException);
    });
  } finally {
    raw.close();
  }
}

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as DOMException);
  });
}
