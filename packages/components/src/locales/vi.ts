import type { Messages } from "../foundation/localize.ts";
import approval from "./vi/approval.ts";
import form from "./vi/form.ts";
import status from "./vi/status.ts";

const messages: Messages = { ...form, ...approval, ...status };
export default messages;
