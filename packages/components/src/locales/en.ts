import type { Messages } from "../foundation/localize.ts";
import errors from "./en/errors.ts";
import status from "./en/status.ts";

const messages: Messages = { ...errors, ...status };
export default messages;
