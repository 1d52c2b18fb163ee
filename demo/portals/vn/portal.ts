import "@fisc/components/provider/define";
import "@fisc/components/sign-in-state/define";
import type { SessionChangedEvent } from "@fisc/components/provider/session-changed-event";

type PortalLocale = "vi" | "en";

const kept = "portal.locale";
const vietnamese = new Map<Element, string>();

/** What every page of the portal does: its language, and the links that fit who is signed in. */
export function startPage(): void {
  document.querySelectorAll("[data-text]").forEach((element) => vietnamese.set(element, element.textContent ?? ""));
  document.querySelectorAll<HTMLButtonElement>("[data-locale]").forEach((button) => {
    button.addEventListener("click", () => {
      const locale = portalLocale(button.dataset["locale"]);
      keep(locale);
      void show(locale);
    });
  });
  document.querySelector<HTMLElement>("fisc-provider")?.addEventListener("fisc-session-changed", (event: SessionChangedEvent) => {
    document.querySelectorAll<HTMLElement>("[data-role]").forEach((element) => {
      element.hidden = event.session !== null && !event.session.roles.includes(element.dataset["role"] ?? "");
    });
    document.querySelectorAll<HTMLElement>("[data-guest]").forEach((element) => (element.hidden = event.session !== null));
  });
  void show(portalLocale(new URLSearchParams(location.search).get("lang") ?? read()));
}

let wanted: PortalLocale = "vi";

/** English comes when it is asked for. Who has changed their mind meanwhile gets the language they chose last. */
async function show(locale: PortalLocale): Promise<void> {
  wanted = locale;
  const english = locale === "en" ? (await import("./english.ts")).english : {};
  if (wanted !== locale) return;
  document.documentElement.lang = locale;
  for (const [element, text] of vietnamese) element.textContent = english[element.getAttribute("data-text") ?? ""] ?? text;
  document
    .querySelectorAll("[data-locale]")
    .forEach((button) => button.setAttribute("aria-pressed", String(button.getAttribute("data-locale") === locale)));
  document.querySelectorAll("[data-label]").forEach((element) => {
    element.setAttribute("aria-label", labels[element.getAttribute("data-label") ?? ""]?.[locale] ?? "");
  });
  document.querySelector("fisc-provider")?.setAttribute("locale", locale);
}

const labels: Readonly<Record<string, Readonly<Record<PortalLocale, string>>>> = {
  language: { vi: "Ngôn ngữ", en: "Language" },
  nav: { vi: "Chính", en: "Main" },
};

function portalLocale(text: string | null | undefined): PortalLocale {
  return text === "en" ? "en" : "vi";
}

function read(): string | null {
  try {
    return localStorage.getItem(kept);
  } catch {
    return null; // storage may be switched off; the choice then lasts for the page
  }
}

function keep(locale: PortalLocale): void {
  try {
    localStorage.setItem(kept, locale);
  } catch {
    // as above
  }
}
