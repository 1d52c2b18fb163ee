import { define } from "../foundation/define.ts";
import { FiscPrintView } from "./print-view.ts";

define("fisc-print-view", FiscPrintView);
