import { define } from "../foundation/define.ts";
import { SelectField } from "./select-field.ts";

define("fisc-select-field", SelectField);
