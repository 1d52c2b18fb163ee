import { define } from "../foundation/define.ts";
import { FiscReasonForm } from "./reason-form.ts";

define("fisc-reason-form", FiscReasonForm);
