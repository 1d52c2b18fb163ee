import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Texts of the elements themselves (buttons, hints, announcements). A procedure's labels come with its definition. */
export type Messages = Readonly<Record<string, string>>;

const loaders: Record<string, () => Promise<{ default: Messages }>> = {
  vi: () => import("../locales/vi.ts"),
  en: () => import("../locales/en.ts"),
};
const loaded = new Map<string, Messages>();
const waiting = new Map<string, Promise<void>>();

/** Resolves once the texts of the locale are there. Unknown locales fall back to their language, then to English. */
export function loadLocale(locale: string): Promise<void> {
  const tag = knownLocale(locale);
  let pending = waiting.get(tag);
  if (!pending) {
    const load = loaders[tag];
    pending = load ? load().then((module) => void loaded.set(tag, module.default)) : Promise.resolve();
    waiting.set(tag, pending);
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

  constructor(host: ReactiveControllerHost, locale: () => string) {
    this.#host = host;
    this.#locale = locale;
    host.addController(this);
  }

  get locale(): string {
    return this.#locale();
  }

  /** The texts of the present locale are there. */
  get ready(): boolean {
    return loaded.has(knownLocale(this.locale));
  }

  hostConnected(): void {
    this.#load();
  }

  hostUpdate(): void {
    this.#load();
  }

  /** Text of `key` in the host's locale; empty while texts are on their way or where it is unknown. */
  text(key: string, params: Readonly<Record<string, string | number>> = {}): string {
    const text = loaded.get(knownLocale(this.locale))?.[key];
    return text === undefined ? "" : fill(text, params, this.locale);
  }

  has(key: string): boolean {
    return loaded.get(knownLocale(this.locale))?.[key] !== undefined;
  }

  #load(): void {
    const tag = knownLocale(this.locale);
    if (!loaded.has(tag)) void loadLocale(tag).then(() => this.#host.requestUpdate());
  }
}
