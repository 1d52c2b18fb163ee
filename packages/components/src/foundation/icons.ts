import { svg, html, type TemplateResult } from "lit";

/**
 * Icons are drawn, never loaded: no request, no font, and they take the colour of the text beside them. Marked pure, so that a page
 * carries only those that it shows. Here are those of a form as it is first seen; `late-icons.ts` has the others.
 */
export function icon(path: () => TemplateResult): TemplateResult {
  return html`<svg
    class="icon"
    viewBox="0 0 20 20"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${path()}
  </svg>`;
}

export const errorIcon = /* @__PURE__ */ icon(() => svg`<circle cx="10" cy="10" r="8"/><path d="M10 5.5v5.5M10 14.2v.1"/>`);
export const warningIcon = /* @__PURE__ */ icon(() => svg`<path d="M10 2.5 18.5 17h-17z"/><path d="M10 8v4M10 14.5v.1"/>`);
export const doneIcon = /* @__PURE__ */ icon(() => svg`<circle cx="10" cy="10" r="8"/><path d="m6.3 10.3 2.6 2.6 4.8-5.4"/>`);
export const calendarIcon = /* @__PURE__ */ icon(
  () => svg`<rect x="3" y="4" width="14" height="13" rx="1.5"/><path d="M3 8.2h14M6.8 2.3v3.2M13.2 2.3v3.2"/>`,
);
export const chevronIcon = /* @__PURE__ */ icon(() => svg`<path d="m5 7.5 5 5 5-5"/>`);
export const plusIcon = /* @__PURE__ */ icon(() => svg`<path d="M10 4v12M4 10h12"/>`);
export const copyIcon = /* @__PURE__ */ icon(
  () => svg`<rect x="7" y="7" width="9.5" height="9.5" rx="1.5"/><path d="M13 4H5a1.5 1.5 0 0 0-1.5 1.5v8"/>`,
);
export const removeIcon = /* @__PURE__ */ icon(
  () => svg`<path d="M3.5 5.5h13M8 5.5V3.5h4v2M5.5 5.5l.8 11h7.4l.8-11M8.4 8.6v4.8M11.6 8.6v4.8"/>`,
);
