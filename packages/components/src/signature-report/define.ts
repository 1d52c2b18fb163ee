import { define } from "../foundation/define.ts";
import { FiscSignatureReport } from "./signature-report.ts";

define("fisc-signature-report", FiscSignatureReport);
