import type { LocaleRooms } from "../foundation/localize.ts";

/** The rooms of English texts. */
export const rooms: LocaleRooms = {
  session: () => import("./en/session.ts"),
  field: () => import("./en/field.ts"),
  codes: () => import("./en/codes.ts"),
  inputs: () => import("./en/inputs.ts"),
  form: () => import("./en/form.ts"),
  pages: () => import("./en/pages.ts"),
  standing: () => import("./en/standing.ts"),
  faults: () => import("./en/faults.ts"),
  dialogs: () => import("./en/dialogs.ts"),
  errors: () => import("./en/errors.ts"),
  attachment: () => import("./en/attachment.ts"),
  status: () => import("./en/status.ts"),
  approval: () => import("./en/approval.ts"),
  signature: () => import("./en/signature.ts"),
  carrier: () => import("./en/carrier.ts"),
};
