import { define } from "../foundation/define.ts";
import { FiscCarrierDiagnosis } from "./carrier-diagnosis.ts";

define("fisc-carrier-diagnosis", FiscCarrierDiagnosis);
