import type { Json } from "../model/json.ts";
import type { ProcedureDefinition } from "../model/procedure.ts";
import type { Report } from "./check-workflow.ts";
import { isList, isObject } from "./paths.ts";
import { validateData } from "./schema.ts";

/** Objects of the data that let anything in, and a new form's data that the schema itself refuses. */
export function checkData({ schema, initial }: ProcedureDefinition, report: Report): void {
  const walk = (value: Json, at: string): void => {
    if (isList(value)) value.forEach((item, i) => walk(item, `${at}[${i}]`));
    if (!isObject(value)) return;
    if (isObject(value["properties"]) && value["additionalProperties"] !== false) report(at, "open-object", "additionalProperties");
    for (const [name, inner] of Object.entries(value)) if (name !== "enum" && name !== "const") walk(inner, `${at}.${name}`);
  };
  walk(schema, "schema");
  // What is still to be filled in may be missing.
  for (const { rule, at } of validateData(schema, initial))
    if (!["schema.required", "schema.minLength", "schema.minItems"].includes(rule))
      report(at === "" ? "initial" : `initial.${at}`, "initial", rule);
}
