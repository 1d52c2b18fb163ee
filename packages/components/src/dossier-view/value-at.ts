import type { Json, JsonObject } from "@fisc/core";

/** The value at a path like `don.taiKhoan` or `dong[1].soTien`; undefined where nothing is. Own keys only. */
export function valueAt(data: Json, path: string): Json | undefined {
  let value: Json | undefined = data;
  for (const step of path.split(/[.[\]]+/).filter((part) => part !== "")) {
    if (Array.isArray(value)) value = value[Number(step)] as Json | undefined;
    else if (isObject(value)) value = Object.hasOwn(value, step) ? value[step] : undefined;
    else return undefined;
  }
  return value;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Nothing was filled in. */
export function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === "";
}
