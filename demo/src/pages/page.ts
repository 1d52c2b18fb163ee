import { readFileSync } from "node:fs";
import { html, type Html } from "./html.ts";

export type PageLocale = "vi" | "en";

export const pageStyle = readFileSync(new URL("page.css", import.meta.url), "utf8");

/** The locale of a demo service's page: `?lang=`, then the browser's languages, then Vietnamese. */
export function pageLocale(wanted: string | undefined, acceptLanguage: string | undefined): PageLocale {
  for (const tag of [wanted ?? "", ...(acceptLanguage ?? "").split(",")]) {
    const language = tag.trim().slice(0, 2).toLowerCase();
    if (language === "vi" || language === "en") return language;
  }
  return "vi";
}

const mark: Readonly<Record<PageLocale, string>> = {
  vi: "Bản trình diễn Fisc · mọi đơn vị, con người và số liệu đều hư cấu",
  en: "Fisc demo · every unit, person and figure is fictional",
};

/** A whole page of a demo service, as text. Its only style sheet is `/page.css`; a script, where given, comes from the same origin. */
export function page(options: {
  readonly locale: PageLocale;
  readonly title: string;
  readonly body: Html;
  readonly script?: string;
}): string {
  return (
    "<!doctype html>\n" +
    html`<html lang="${options.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${options.title}</title>
        <link rel="stylesheet" href="/page.css" />
        <link rel="icon" href="data:," />
        ${options.script ? html`<script type="module" src="${options.script}"></script>` : undefined}
      </head>
      <body>
        <p class="mark">${mark[options.locale]}</p>
        <main>
          <h1>${options.title}</h1>
          ${options.body}
        </main>
      </body>
    </html>`.text
  );
}

/** Headers of every page of a demo service. `formTargets`: origins that a form of the page may lead to, redirects included. */
export function pageHeaders(formTargets: readonly string[] = []): Record<string, string> {
  return {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": [
      "default-src 'none'",
      "style-src 'self'",
      "script-src 'self'",
      "connect-src 'self'",
      "img-src data:",
      `form-action ${["'self'", ...formTargets].join(" ")}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
    "x-content-type-options": "nosniff",
    // Under no-referrer a browser hides the origin of a page's own forms as well, and they would look like another site's.
    "referrer-policy": "same-origin",
  };
}
