import { define } from "../foundation/define.ts";
import { WordsOutput } from "./words-output.ts";

define("fisc-words-output", WordsOutput);
