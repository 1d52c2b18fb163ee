import { define } from "../foundation/define.ts";
import { FormSteps } from "./form-steps.ts";

define("fisc-form-steps", FormSteps);
