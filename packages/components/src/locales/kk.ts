import type { LocaleRooms } from "../foundation/localize.ts";

/** Қазақша мәтіндер бөлмелері. */
export const rooms: LocaleRooms = {
  session: () => import("./kk/session.ts"),
  field: () => import("./kk/field.ts"),
  codes: () => import("./kk/codes.ts"),
  inputs: () => import("./kk/inputs.ts"),
  form: () => import("./kk/form.ts"),
  pages: () => import("./kk/pages.ts"),
  standing: () => import("./kk/standing.ts"),
  faults: () => import("./kk/faults.ts"),
  dialogs: () => import("./kk/dialogs.ts"),
  errors: () => import("./kk/errors.ts"),
  attachment: () => import("./kk/attachment.ts"),
  status: () => import("./kk/status.ts"),
  approval: () => import("./kk/approval.ts"),
  signature: () => import("./kk/signature.ts"),
  carrier: () => import("./kk/carrier.ts"),
};
