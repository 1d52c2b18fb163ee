import "../notice/define.ts";
import { define } from "../foundation/define.ts";
import { FiscStatusTimeline } from "./status-timeline.ts";

define("fisc-status-timeline", FiscStatusTimeline);
