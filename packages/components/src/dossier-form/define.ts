import "../choice-field/define.ts";
import "../code-field/define.ts";
import "../date-field/define.ts";
import "../form-section/define.ts";
import "../line-table/define.ts";
import "../money-field/define.ts";
import "../number-field/define.ts";
import "../text-field/define.ts";
import "../words-output/define.ts";
import { define } from "../foundation/define.ts";
import { DossierForm } from "./dossier-form.ts";

define("fisc-dossier-form", DossierForm);
