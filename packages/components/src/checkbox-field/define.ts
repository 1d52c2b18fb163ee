import { define } from "../foundation/define.ts";
import { CheckboxField } from "./checkbox-field.ts";

define("fisc-checkbox-field", CheckboxField);
