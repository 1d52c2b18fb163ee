import { define } from "../foundation/define.ts";
import { ChoicesField } from "./choices-field.ts";

define("fisc-choices-field", ChoicesField);
