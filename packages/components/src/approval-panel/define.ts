import "../dossier-view/define.ts";
import "../notice/define.ts";
import "../reason-form/define.ts";
import "../version-difference/define.ts";
import { define } from "../foundation/define.ts";
import { FiscApprovalPanel } from "./approval-panel.ts";

define("fisc-approval-panel", FiscApprovalPanel);
