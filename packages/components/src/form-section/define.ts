import { define } from "../foundation/define.ts";
import { FormSection } from "./form-section.ts";

define("fisc-form-section", FormSection);
