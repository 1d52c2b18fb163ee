import type { Messages } from "../foundation/localize.ts";
import errors from "./en/errors.ts";
import session from "./en/session.ts";

const messages: Messages = { ...errors, ...session };
export default messages;
