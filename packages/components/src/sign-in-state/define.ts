import { define } from "../foundation/define.ts";
import { FiscSignInState } from "./sign-in-state.ts";

define("fisc-sign-in-state", FiscSignInState);
