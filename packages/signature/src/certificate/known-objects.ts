import { equal, type Bytes } from "../bytes.ts";

/** How many are kept, and octets that one may have. */
const KEPT = 512;
const LARGEST = 8192;

/** What was read from octets before: reading gives nothing but what is in them, so the same octets give the same object. The oldest is forgotten first. */
export class KnownObjects<T extends { readonly der: Bytes }> {
  readonly #byName = new Map<string, T>();

  find(der: Uint8Array): T | undefined {
    const name = nameOf(der);
    const found = this.#byName.get(name);
    if (!found || !equal(found.der, der)) return undefined;
    this.#byName.delete(name);
    this.#byName.set(name, found);
    return found;
  }

  keep(object: T): T {
    if (object.der.length > LARGEST) return object;
    if (this.#byName.size >= KEPT) for (const oldest of this.#byName.keys()) if (this.#byName.delete(oldest)) break;
    this.#byName.set(nameOf(object.der), object);
    return object;
  }
}

/** The last octets are of a signature, and as good as random. Whoever makes two alike loses the other one's place and nothing else. */
function nameOf(der: Uint8Array): string {
  return `${der.length} ${String.fromCharCode(...der.subarray(-16))}`;
}
