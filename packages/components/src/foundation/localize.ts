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

type TextLocale = "vi" | "en" | "uk" | "kk" | "kk-Latn" | "ru";

const locales: Readonly<Record<TextLocale, () => Promise<{ readonly rooms: LocaleRooms }>>> = {
  vi: () => import("../locales/vi.ts"),
  en: () => import("../locales/en.ts"),
  uk: () => import("../locales/uk.ts"),
  kk: () => import("../locales/kk.ts"),
  "kk-Latn": () => import("../locales/kk-Latn.ts"),
  ru: () => import("../locales/ru.ts"),
};

/** Tags of the locales that there are texts in. */
export const textLocales: readonly string[] = /* @__PURE__ */ Object.keys(locales);

/** Rooms that nobody names: the first word of a key tells where its text is, and the room comes when the text is first asked for. */
const onDemand: Readonly<Record<string, TextRoom>> = {
  error: "errors",
  code: "codes",
  standing: "standing",
  draft: "standing",
  pages: "pages",
  violation: "faults",
  summary: "faults",
  conflict: "dialogs",
  again: "dialogs",
  paste: "dialogs",
  rows: "dialogs",
};
/** `vi/form` → texts. */
const loaded = new Map<string, Messages>();
const waiting = new Map<string, Promise<void>>();
const missed = new Set<string>();

/** Resolves once the texts of those rooms, else of all, are there. Unknown locales fall back to their language, then to English. */
export async function loadLocale(locale: string, rooms?: readonly TextRoom[]): Promise<void> {
  const tag = knownLocale(locale);
  const { rooms: all } = await locales[tag]();
  await loadRooms(tag, rooms ?? (Object.keys(all) as TextRoom[]));
}

function loadRooms(tag: TextLocale, rooms: readonly TextRoom[]): Promise<unknown> {
  return Promise.all(rooms.map((room) => loadRoom(tag, room)));
}

function loadRoom(tag: TextLocale, room: TextRoom): Promise<void> {
  const name = `${tag}/${room}`;
  let pending = waiting.get(name);
  if (!pending) {
    pending = locales[tag]()
      .then(({ rooms }) => rooms[room]())
      .then((module) => void loaded.set(name, module.default));
    // A failed load is tried again by whoever asks next.
    pending.catch(() => waiting.delete(name));
    waiting.set(name, pending);
  }
  return pending;
}

/** `kk-Latn-KZ` is `kk-Latn` where there are texts of it, else `kk` (RFC 4647, lookup). */
function knownLocale(locale: string): TextLocale {
  let tag = locale;
  while (tag && !Object.hasOwn(locales, tag)) tag = tag.replace(/-?[^-]*$/, "");
  return (tag || "en") as TextLocale;
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
    const formOf = (wanted: string): string | undefined =>
      forms
        .split("|")
        .find((form) => form.startsWith(`${wanted}:`))
        ?.slice(wanted.length + 1);
    return (formOf(category) ?? formOf("other") ?? whole).replaceAll("#", figures(locale).format(Number(value)));
  });
}

/** By locale; making one costs more than all that a table's row says with it. */
const formats: Record<string, Intl.NumberFormat> = {};
const figures = (locale: string): Intl.NumberFormat => (formats[locale] ??= new Intl.NumberFormat(figuresOf(locale)));

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
    const tag = knownLocale(this.locale);
    const text = this.#find(key, tag);
    if (text) return fill(text, params, this.locale);
    // left out of the locale's own files, which are all there
    const instead = text === undefined && tag !== "en" ? this.#find(key, "en") : null;
    if (instead) return fill(instead, params, "en");
    return missed.has(`${tag}/${roomOf(key)}`) ? key : "";
  }

  has(key: string): boolean {
    return Boolean(this.#find(key, knownLocale(this.locale)));
  }

  /** Resolves once the texts of the present locale are there: those of the host, or of other rooms that it is about to need. */
  async load(rooms: readonly TextRoom[] = this.#rooms): Promise<void> {
    await loadRooms(knownLocale(this.locale), rooms);
  }

  /** `null`: on its way; `undefined`: all rooms where it may stand are there, and none has it. */
  #find(key: string, tag: TextLocale): string | null | undefined {
    const late = roomOf(key);
    let text: string | null | undefined;
    for (const room of late ? [...this.#rooms, late] : this.#rooms) {
      const texts = loaded.get(`${tag}/${room}`);
      if (texts?.[key]) return texts[key];
      if (!texts) {
        this.#fetch(tag, room);
        text = null;
      }
    }
    return text;
  }

  /** Draws the host again once the room is there, and once when it is found that it does not come. */
  #fetch(tag: TextLocale, room: TextRoom): void {
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
