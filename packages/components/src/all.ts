/** Registers every element. A page that wants only some of them imports their `define` modules instead. */
import "./provider/define.ts";
import "./sign-in-state/define.ts";
import "./notice/define.ts";
import "./dossier-view/define.ts";
import "./approval-panel/define.ts";
import "./status-timeline/define.ts";
import "./dossier-list/define.ts";
