import { define } from "../foundation/define.ts";
import { IbanField } from "./iban-field.ts";

define("fisc-iban-field", IbanField);
