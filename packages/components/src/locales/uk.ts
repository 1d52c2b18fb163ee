import type { LocaleRooms } from "../foundation/localize.ts";

/** Кімнати українських текстів. */
export const rooms: LocaleRooms = {
  session: () => import("./uk/session.ts"),
  field: () => import("./uk/field.ts"),
  codes: () => import("./uk/codes.ts"),
  inputs: () => import("./uk/inputs.ts"),
  form: () => import("./uk/form.ts"),
  pages: () => import("./uk/pages.ts"),
  standing: () => import("./uk/standing.ts"),
  faults: () => import("./uk/faults.ts"),
  dialogs: () => import("./uk/dialogs.ts"),
  errors: () => import("./uk/errors.ts"),
  attachment: () => import("./uk/attachment.ts"),
  status: () => import("./uk/status.ts"),
  approval: () => import("./uk/approval.ts"),
  signature: () => import("./uk/signature.ts"),
  carrier: () => import("./uk/carrier.ts"),
};
