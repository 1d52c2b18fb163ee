import { svg, html, type TemplateResult } from "lit";

/**
 * Icons are drawn, never loaded: no request, no font, and they take the colour of the text beside them. Marked pure, so that a page
 * carries only those that it shows.
 */
function icon(path: () => TemplateResult): TemplateResult {
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
export const fileIcon = /* @__PURE__ */ icon(
  () => svg`<path d="M5 2.5h6.5L16 7v10.5H5z"/><path d="M11.2 2.8V7.3h4.5M7.8 11h4.6M7.8 14h4.6"/>`,
);
export const uploadIcon = /* @__PURE__ */ icon(() => svg`<path d="M10 13.5V3.5M6 7.2l4-4 4 4M3.5 13v3.5h13V13"/>`);
export const cameraIcon = /* @__PURE__ */ icon(() => svg`<path d="M3 6.5h3L7.5 4h5L14 6.5h3v9.5H3z"/><circle cx="10" cy="11" r="3"/>`);
export const retryIcon = /* @__PURE__ */ icon(() => svg`<path d="M16 10a6 6 0 1 1-1.8-4.3"/><path d="M16.3 2.8v3.6h-3.6"/>`);
export const computerIcon = /* @__PURE__ */ icon(
  () => svg`<rect x="3" y="3.5" width="14" height="9.5" rx="1.2"/><path d="M7.5 17h5M10 13v4"/>`,
);
export const cloudOffIcon = /* @__PURE__ */ icon(
  () => svg`<path d="M6 15.5a3.6 3.6 0 0 1-.3-7.2A4.8 4.8 0 0 1 14.6 7a3.7 3.7 0 0 1 1.6 6.9M2.5 2.5l15 15"/>`,
);
