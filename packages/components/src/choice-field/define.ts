import { define } from "../foundation/define.ts";
import { ChoiceField } from "./choice-field.ts";

define("fisc-choice-field", ChoiceField);
