import type { LocaleRooms } from "../foundation/localize.ts";

/** Các phòng lời bằng tiếng Việt. */
export const rooms: LocaleRooms = {
  session: () => import("./vi/session.ts"),
  field: () => import("./vi/field.ts"),
  codes: () => import("./vi/codes.ts"),
  inputs: () => import("./vi/inputs.ts"),
  form: () => import("./vi/form.ts"),
  pages: () => import("./vi/pages.ts"),
  standing: () => import("./vi/standing.ts"),
  faults: () => import("./vi/faults.ts"),
  dialogs: () => import("./vi/dialogs.ts"),
  errors: () => import("./vi/errors.ts"),
  attachment: () => import("./vi/attachment.ts"),
  status: () => import("./vi/status.ts"),
  approval: () => import("./vi/approval.ts"),
  signature: () => import("./vi/signature.ts"),
  carrier: () => import("./vi/carrier.ts"),
};
