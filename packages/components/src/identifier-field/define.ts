import { define } from "../foundation/define.ts";
import { IdentifierField } from "./identifier-field.ts";

define("fisc-identifier-field", IdentifierField);
