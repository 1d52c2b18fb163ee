/** The part of `navigator.locks` that is used: one holder of a name at a time, over all tabs. */
export interface Locks {
  request<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** Runs work of one name one at a time: over all tabs by `locks`, else within this page. */
export function serialize(locks: Locks | null, prefix: string): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  if (locks) return (name, work) => locks.request(`${prefix}.${name}`, work);
  const last = new Map<string, Promise<unknown>>();
  return <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const next = (last.get(name) ?? Promise.resolve()).then(work, work);
    const settled = next.catch(() => undefined);
    last.set(name, settled);
    void settled.then(() => {
      if (last.get(name) === settled) last.delete(name);
    });
    return next;
  };
}
