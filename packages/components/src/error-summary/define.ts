import { define } from "../foundation/define.ts";
import { ErrorSummary } from "./error-summary.ts";

define("fisc-error-summary", ErrorSummary);
