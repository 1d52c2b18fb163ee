import { define } from "../foundation/define.ts";
import { FiscVersionDifference } from "./version-difference.ts";

define("fisc-version-difference", FiscVersionDifference);
