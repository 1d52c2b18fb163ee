import type { LocaleRooms } from "../foundation/localize.ts";

/** Комнаты русских текстов. */
export const rooms: LocaleRooms = {
  session: () => import("./ru/session.ts"),
  field: () => import("./ru/field.ts"),
  codes: () => import("./ru/codes.ts"),
  inputs: () => import("./ru/inputs.ts"),
  form: () => import("./ru/form.ts"),
  pages: () => import("./ru/pages.ts"),
  standing: () => import("./ru/standing.ts"),
  faults: () => import("./ru/faults.ts"),
  dialogs: () => import("./ru/dialogs.ts"),
  errors: () => import("./ru/errors.ts"),
  attachment: () => import("./ru/attachment.ts"),
  status: () => import("./ru/status.ts"),
  approval: () => import("./ru/approval.ts"),
  signature: () => import("./ru/signature.ts"),
  carrier: () => import("./ru/carrier.ts"),
};
