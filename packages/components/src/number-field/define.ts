import { define } from "../foundation/define.ts";
import { NumberField } from "./number-field.ts";

define("fisc-number-field", NumberField);
