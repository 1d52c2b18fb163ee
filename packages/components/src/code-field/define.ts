import { define } from "../foundation/define.ts";
import { CodeField } from "./code-field.ts";

define("fisc-code-field", CodeField);
