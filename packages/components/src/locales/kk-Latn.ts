// Written by scripts/write-kazakh-latin.mjs from the Cyrillic texts: change those.
import type { LocaleRooms } from "../foundation/localize.ts";

/** Qazaqşa mätınder bölmelerı. */
export const rooms: LocaleRooms = {
  session: () => import("./kk-Latn/session.ts"),
  field: () => import("./kk-Latn/field.ts"),
  codes: () => import("./kk-Latn/codes.ts"),
  inputs: () => import("./kk-Latn/inputs.ts"),
  form: () => import("./kk-Latn/form.ts"),
  pages: () => import("./kk-Latn/pages.ts"),
  standing: () => import("./kk-Latn/standing.ts"),
  faults: () => import("./kk-Latn/faults.ts"),
  dialogs: () => import("./kk-Latn/dialogs.ts"),
  errors: () => import("./kk-Latn/errors.ts"),
  attachment: () => import("./kk-Latn/attachment.ts"),
  status: () => import("./kk-Latn/status.ts"),
  approval: () => import("./kk-Latn/approval.ts"),
  signature: () => import("./kk-Latn/signature.ts"),
  carrier: () => import("./kk-Latn/carrier.ts"),
};
