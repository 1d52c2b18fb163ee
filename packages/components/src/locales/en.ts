import type { Messages } from "../foundation/localize.ts";
import approval from "./en/approval.ts";
import form from "./en/form.ts";
import status from "./en/status.ts";

const messages: Messages = { ...form, ...approval, ...status };
export default messages;
