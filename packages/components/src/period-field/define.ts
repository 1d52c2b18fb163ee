import { define } from "../foundation/define.ts";
import { PeriodField } from "./period-field.ts";

define("fisc-period-field", PeriodField);
