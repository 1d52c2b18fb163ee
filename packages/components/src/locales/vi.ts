import type { Messages } from "../foundation/localize.ts";
import errors from "./vi/errors.ts";
import session from "./vi/session.ts";

const messages: Messages = { ...errors, ...session };
export default messages;
