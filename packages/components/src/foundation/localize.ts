import { figuresOf } from "@fisc/core/text/script";
import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Texts of the elements themselves (buttons, hints, announcements). A procedure's labels come with its definition. */
export type Messages = Readonly<Record<string, string>>;

/** Texts come by room: an element names those that it cannot be drawn without. */
export type TextRoom =
  | "session"
  | "field"
  | "codes"
  | "inputs"
  | "form"
  | "pages"
  | "standing"
  | "faults"
  | "dialogs"
  | "errors"
  | "attachment"
  | "status"
  | "approval"
  | "signature"
  | "carrier";

/** What a locale's own file has: how to load each of its rooms. */
export type LocaleRooms = Readonly<Record<TextRoom, () => Promise<{ readonly default: Messages }>>>;

const locales: Readonly<Record<string, () => Promise<{ readonly rooms: LocaleRooms }>>> = {
  vi: () => import("../locales/vi.ts"),
  en: () => import("../locales/en.ts"),
  uk: () => import("../locales/uk.ts"),
  kk: () => import("../locales/kk.ts"),
  "kk-Latn": () => import("../locales/kk-Latn.ts"),
  ru: () => import("../locales/ru.ts"),
};

/** Tags of the locales that there are texts in. */
export const textLocales: readonly string[] = Object.keys(locales);

/** Rooms that nobody names: the first word of a key tells where its text is, and the room comes when the text is first asked for. */
const onDemand: Readonly<Record<string, TextRoom>> = {
  error: "errors",
  code: "codes",
  standing: "standing",
  pages: "pages",
  violation: "faults",
  summary: "faults",
  conflict: "dialogs",
  again: "dialogs",
  paste: "dialogs",
};
const allRooms: readonly TextRoom[] = [
  "session",
  "field",
  "codes",
  "inputs",
  "form",
  "pages",
  "standing",
  "faults",
  "dialogs",
  "errors",
  "attachment",
  "status",
  "approval",
  "signature",
  "carrier",
];
/** `vi/form` → texts. */
const loaded = new Map<string, Messages>();
const waiting = new Map<string, Promise<void>>();
const missed = new Set<string>();

/** Resolves once the texts of those rooms are there. Unknown locales fall back to their language, then to English. */
export async function loadLocale(locale: string, rooms: readonly TextRoom[] = allRooms): Promise<void> {
  const tag = knownLocale(locale);
  await (rooms.length > 0 ? Promise.all(rooms.map((room) => loadRoom(tag, room))) : locales[tag]?.());
}

function loadRoom(tag: string, room: TextRoom): Promise<void> {
  const name = `${tag}/${room}`;
  let pending = waiting.get(name);
  if (!pending) {
    pending = (locales[tag]?.() ?? Promise.reject(new Error(name)))
      .then(({ rooms }) => rooms[room]())
      .then((module) => void loaded.set(name, module.default));
    // A failed load is tried again by whoever asks next.
    pending.catch(() => waiting.delete(name));
    waiting.set(name, pending);
  }
  return pending;
}

/** `kk-Latn-KZ` is `kk-Latn` where there are texts of it, else `kk` (RFC 4647, lookup). */
function knownLocale(locale: string): string {
  let tag = locale;
  while (tag && !Object.hasOwn(locales, tag)) tag = tag.slice(0, Math.max(tag.lastIndexOf("-"), 0));
  return tag || "en";
}

function roomOf(key: string): TextRoom | undefined {
  return onDemand[key.slice(0, key.indexOf("."))];
}

/** Fills `{name}` places; `{n|one:# file|other:# files}` picks by plural rule of the locale, `#` is the number. */
export function fill(text: string, params: Readonly<Record<string, string | number>>, locale: string): string {
  return text.replace(/\{(\w+)(?:\|([^}]*))?\}/g, (whole, name: string, forms: string | undefined) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (!forms) return typeof value === "number" ? figures(locale).format(value) : value;
    const category = new Intl.PluralRules(locale).select(Number(value));
    const table = new Map(forms.split("|").map((form) => [form.slice(0, form.indexOf(":")), form.slice(form.indexOf(":") + 1)]));
    const form = table.get(category) ?? table.get("other") ?? whole;
    return form.replaceAll("#", figures(locale).format(Number(value)));
  });
}

/** By locale; making one costs more than all that a table's row says with it. */
const formats = new Map<string, Intl.NumberFormat>();

function figures(locale: string): Intl.NumberFormat {
  let format = formats.get(locale);
  if (!format) formats.set(locale, (format = new Intl.NumberFormat(figuresOf(locale))));
  return format;
}

/** Gives its host texts in the host's locale, and draws it again once they arrive. The locale is read anew at each use. */
export class Localize implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #locale: () => string;
  readonly #rooms: readonly TextRoom[];

  constructor(host: ReactiveControllerHost, locale: () => string, rooms: readonly TextRoom[] = []) {
    this.#host = host;
    this.#locale = locale;
    this.#rooms = rooms;
    host.addController(this);
  }

  get locale(): string {
    return this.#locale();
  }

  /** The texts of the present locale are there. */
  get ready(): boolean {
    const tag = knownLocale(this.locale);
    return this.#rooms.every((room) => loaded.has(`${tag}/${room}`));
  }

  hostConnected(): void {
    this.#load();
  }

  hostUpdate(): void {
    this.#load();
  }

  /** Text of `key` in the host's locale; empty while it is on its way or where it is unknown, and the key itself where it cannot be loaded. */
  text(key: string, params: Readonly<Record<string, string | number>> = {}): string {
    const text = this.#find(key);
    if (text !== undefined) return fill(text, params, this.locale);
    const english = this.#findEnglish(key);
    if (english !== undefined) return fill(english, params, "en");
    return missed.has(`${knownLocale(this.locale)}/${roomOf(key)}`) ? key : "";
  }

  has(key: string): boolean {
    return this.#find(key) !== undefined;
  }

  /** Resolves once the texts of the present locale are there: those of the host, or of other rooms that it is about to need. */
  load(rooms: readonly TextRoom[] = this.#rooms): Promise<void> {
    return loadLocale(this.locale, rooms);
  }

  #find(key: string): string | undefined {
    const tag = knownLocale(this.locale);
    for (const room of this.#rooms) {
      const text = loaded.get(`${tag}/${room}`)?.[key];
      if (text !== undefined) return text;
    }
    const room = roomOf(key);
    if (!room) return undefined;
    const texts = loaded.get(`${tag}/${room}`);
    if (!texts) this.#fetch(tag, room);
    return texts?.[key];
  }

  /** A text that the locale's own files lack; English is fetched only then. */
  #findEnglish(key: string): string | undefined {
    const tag = knownLocale(this.locale);
    const late = roomOf(key);
    if (tag === "en" || !this.ready || (late && !loaded.has(`${tag}/${late}`))) return undefined;
    for (const room of late ? [late] : this.#rooms) {
      const texts = loaded.get(`en/${room}`);
      if (!texts) this.#fetch("en", room);
      else if (texts[key] !== undefined) return texts[key];
    }
    return undefined;
  }

  /** Draws the host again once the room is there, and once when it is found that it does not come. */
  #fetch(tag: string, room: TextRoom): void {
    const name = `${tag}/${room}`;
    loadRoom(tag, room).then(
      () => {
        missed.delete(name);
        this.#host.requestUpdate();
      },
      () => {
        if (!missed.has(name)) this.#host.requestUpdate();
        missed.add(name);
      },
    );
  }

  #load(): void {
    if (!this.ready)
      this.load().then(
        () => this.#host.requestUpdate(),
        () => undefined,
      );
  }
}
