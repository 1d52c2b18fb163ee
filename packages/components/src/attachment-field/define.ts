import { define } from "../foundation/define.ts";
import { AttachmentField } from "./attachment-field.ts";

define("fisc-attachment-field", AttachmentField);
