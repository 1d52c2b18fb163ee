import { isPlainText } from "../../text/index.ts";
import { textOf } from "../values.ts";
import type { CalledFunctions } from "./registry.ts";

export const functions: CalledFunctions = {
  plainText: ([text, script]) => isPlainText(textOf(text), script === undefined ? {} : { scripts: [textOf(script)] }),
};
