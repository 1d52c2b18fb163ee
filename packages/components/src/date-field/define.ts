import { define } from "../foundation/define.ts";
import { DateField } from "./date-field.ts";

define("fisc-date-field", DateField);
