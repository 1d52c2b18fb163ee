import type { Json, JsonObject } from "../model/json.ts";
import { isBlank, isList, isObject } from "../rules/paths.ts";
import { child, dereferenced } from "../rules/schema-paths.ts";
import type { Report } from "./steps.ts";

/** The data without what the schema has no place for; that goes into the report. */
export function withoutPlaceless(root: JsonObject, data: JsonObject, report: Report): JsonObject {
  const walk = (value: Json, schema: Json | undefined, at: string): Json => {
    const known = dereferenced(root, schema);
    if (isList(value) && isObject(known)) {
      const items = value.map((item, i) => walk(item, known["items"], `${at}[${i}]`));
      return items.some((item, i) => item !== value[i]) ? items : value;
    }
    if (!isObject(value) || !isObject(known) || known["additionalProperties"] !== false) return value;
    const kept: [string, Json][] = [];
    for (const [name, inner] of Object.entries(value)) {
      const path = at === "" ? name : `${at}.${name}`;
      const place = child(known["properties"], name);
      if (place !== undefined) kept.push([name, walk(inner, place, path)]);
      else if (!isHollow(inner)) report({ what: "dropped", from: path, value: inner });
    }
    return kept.length === Object.keys(value).length && kept.every(([name, inner]) => inner === value[name])
      ? value
      : Object.fromEntries(kept);
  };
  return walk(data, root, "") as JsonObject;
}

/** Nothing was entered anywhere in it. */
function isHollow(value: Json): boolean {
  return isBlank(value) || (isObject(value) && Object.values(value).every(isHollow));
}
