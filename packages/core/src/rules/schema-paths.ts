import type { Json, JsonObject } from "../model/json.ts";
import { isList, isObject } from "./paths.ts";

/** Follows a local `$ref` (`#/$defs/row`); other schemas are given back as they are. */
export function dereferenced(root: JsonObject, schema: Json | undefined): Json | undefined {
  let current = schema;
  for (let hops = 0; isObject(current) && typeof current["$ref"] === "string" && hops < 16; hops += 1) {
    current = atPointer(root, current["$ref"]);
  }
  return current;
}

function atPointer(root: JsonObject, pointer: string): Json | undefined {
  let current: Json | undefined = root;
  for (const token of pointer.replace(/^#\/?/, "").split("/").filter(Boolean)) {
    current = child(current, decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~"));
  }
  return current;
}

/** One step down a schema document, by keyword or index. */
export function child(value: Json | undefined, name: string): Json | undefined {
  if (isList(value)) return value[Number(name)];
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/**
 * True if the schema has a place for a dotted pattern (`don.ten`, `dong.[].soTien`; `#` counts a list).
 * Looks into `properties`, `items` and `$ref`; open objects take any name.
 */
export function hasPath(root: JsonObject, pattern: string): boolean {
  let schema = dereferenced(root, root);
  for (const segment of pattern.split(".").filter(Boolean)) {
    if (!isObject(schema)) return schema === true;
    if (segment === "#") return true;
    const next: Json | undefined = segment === "[]" ? schema["items"] : child(schema["properties"], segment);
    if (next === undefined) return segment !== "[]" && schema["additionalProperties"] !== false && schema["properties"] === undefined;
    schema = dereferenced(root, next);
  }
  return schema !== undefined && schema !== false;
}
