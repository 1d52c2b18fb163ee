import { define } from "../foundation/define.ts";
import { MoneyField } from "./money-field.ts";

define("fisc-money-field", MoneyField);
