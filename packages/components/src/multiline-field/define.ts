import { define } from "../foundation/define.ts";
import { MultilineField } from "./multiline-field.ts";

define("fisc-multiline-field", MultilineField);
