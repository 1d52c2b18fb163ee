import { define } from "../foundation/define.ts";
import { TaskList } from "./task-list.ts";

define("fisc-task-list", TaskList);
