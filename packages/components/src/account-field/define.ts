import { define } from "../foundation/define.ts";
import { AccountField } from "./account-field.ts";

define("fisc-account-field", AccountField);
