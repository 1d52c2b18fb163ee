import { define } from "../foundation/define.ts";
import { TextField } from "./text-field.ts";

define("fisc-text-field", TextField);
