import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Texts of the elements themselves (buttons, hints, announcements). A procedure's labels come with its definition. */
export type Messages = Readonly<Record<string, string>>;

/** Texts that only some elements need come with those elements. */
export type TextRoom = "form" | "attachment" | "status" | "approval";

type Load = () => Promise<{ default: Messages }>;

const loaders: Readonly<Record<string, Readonly<Record<TextRoom | "general", Load>>>> = {
  vi: {
    general: () => import("../locales/vi.ts"),
    form: () => import("../locales/vi/form.ts"),
    attachment: () => import("../locales/vi/attachment.ts"),
    status: () => import("../locales/vi/status.ts"),
    approval: () => import("../locales/vi/approval.ts"),
  },
  en: {
    general: () => import("../locales/en.ts"),
    form: () => import("../locales/en/form.ts"),
    attachment: () => import("../locales/en/attachment.ts"),
    status: () => import("../locales/en/status.ts"),
    approval: () => import("../locales/en/approval.ts"),
  },
};
const allRooms: readonly TextRoom[] = ["form", "attachment", "status", "approval"];
/** `vi/form` → texts. */
const loaded = new Map<string, Messages>();
const waiting = new Map<string, Promise<void>>();

/** Resolves once the general texts of the locale and those of the rooms are there. Unknown locales fall back to their language, then to English. */
export async function loadLocale(locale: string, rooms: readonly TextRoom[] = allRooms): Promise<void> {
  const tag = knownLocale(locale);
  await Promise.all((["general", ...rooms] as const).map((room) => loadRoom(tag, room)));
}

function loadRoom(tag: string, room: TextRoom | "general"): Promise<void> {
  const name = `${tag}/${room}`;
  let pending = waiting.get(name);
  if (!pending) {
    const load = loaders[tag]?.[room];
    pending = load ? load().then((module) => void loaded.set(name, module.default)) : Promise.resolve();
    // A failed load is tried again by whoever asks next.
    pending.catch(() => waiting.delete(name));
    waiting.set(name, pending);
  }
  return pending;
}

function knownLocale(locale: string): string {
  if (loaders[locale]) return locale;
  const language = locale.split("-")[0] ?? "";
  return loaders[language] ? language : "en";
}

/** Fills `{name}` places; `{n|one:# file|other:# files}` picks by plural rule of the locale, `#` is the number. */
export function fill(text: string, params: Readonly<Record<string, string | number>>, locale: string): string {
  return text.replace(/\{(\w+)(?:\|([^}]*))?\}/g, (whole, name: string, forms: string | undefined) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (!forms) return typeof value === "number" ? new Intl.NumberFormat(locale).format(value) : value;
    const category = new Intl.PluralRules(locale).select(Number(value));
    const table = new Map(forms.split("|").map((form) => [form.slice(0, form.indexOf(":")), form.slice(form.indexOf(":") + 1)]));
    const form = table.get(category) ?? table.get("other") ?? whole;
    return form.replaceAll("#", new Intl.NumberFormat(locale).format(Number(value)));
  });
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
    return ["general", ...this.#rooms].every((room) => loaded.has(`${tag}/${room}`));
  }

  hostConnected(): void {
    this.#load();
  }

  hostUpdate(): void {
    this.#load();
  }

  /** Text of `key` in the host's locale; empty while texts are on their way or where it is unknown. */
  text(key: string, params: Readonly<Record<string, string | number>> = {}): string {
    const text = this.#find(key);
    return text === undefined ? "" : fill(text, params, this.locale);
  }

  has(key: string): boolean {
    return this.#find(key) !== undefined;
  }

  /** Resolves once the texts of the present locale are there. */
  load(): Promise<void> {
    return loadLocale(this.locale, this.#rooms);
  }

  #find(key: string): string | undefined {
    const tag = knownLocale(this.locale);
    for (const room of [...this.#rooms, "general"]) {
      const text = loaded.get(`${tag}/${room}`)?.[key];
      if (text !== undefined) return text;
    }
    return undefined;
  }

  #load(): void {
    if (!this.ready)
      this.load().then(
        () => this.#host.requestUpdate(),
        () => undefined,
      );
  }
}
