import { define } from "../foundation/define.ts";
import { LineTable } from "./line-table.ts";

define("fisc-line-table", LineTable);
