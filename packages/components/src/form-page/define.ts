import { define } from "../foundation/define.ts";
import { FormPage } from "./form-page.ts";

define("fisc-form-page", FormPage);
