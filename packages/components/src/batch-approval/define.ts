import "../notice/define.ts";
import { define } from "../foundation/define.ts";
import { FiscBatchApproval } from "./batch-approval.ts";

define("fisc-batch-approval", FiscBatchApproval);
