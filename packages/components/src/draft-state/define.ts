import { define } from "../foundation/define.ts";
import { DraftState } from "./draft-state.ts";

define("fisc-draft-state", DraftState);
