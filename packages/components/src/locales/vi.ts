import type { Messages } from "../foundation/localize.ts";
import errors from "./vi/errors.ts";
import status from "./vi/status.ts";

const messages: Messages = { ...errors, ...status };
export default messages;
