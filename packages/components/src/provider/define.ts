import { define } from "../foundation/define.ts";
import { FiscProvider } from "./provider.ts";

define("fisc-provider", FiscProvider);
