import { svg } from "lit";
import { icon } from "./icons.ts";

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
