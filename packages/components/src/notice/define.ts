import { define } from "../foundation/define.ts";
import { FiscNotice } from "./notice.ts";

define("fisc-notice", FiscNotice);
