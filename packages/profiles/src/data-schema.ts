import type { JsonObject } from "@fisc/core";

/** Parts of a form's JSON Schema. Null is a field that was emptied again; shapes of codes are rules, so that messages can say what to do. */

export const text = (maxLength: number): JsonObject => ({ type: ["string", "null"], maxLength });

/** Longer than any code or account, so that a wrong length is answered by the code's own rule. */
export const code = text(40);

export const date: JsonObject = { type: ["string", "null"], format: "date" };

/** Minor units: a whole, safe, never negative number. */
export const money: JsonObject = { type: ["integer", "null"], minimum: 0, maximum: Number.MAX_SAFE_INTEGER };

export const whole = (minimum: number, maximum: number): JsonObject => ({ type: ["integer", "null"], minimum, maximum });

export const choice = (values: readonly string[]): JsonObject => ({ type: "string", enum: values });

/** As in a row: nothing is chosen yet. */
export const openChoice = (values: readonly string[]): JsonObject => ({ type: ["string", "null"], enum: [...values, null] });

export const group = (properties: JsonObject): JsonObject => ({ type: "object", properties, additionalProperties: false });

export const rows = (maxItems: number, properties: JsonObject): JsonObject => ({ type: "array", maxItems, items: group(properties) });

export const form = (required: readonly string[], properties: JsonObject): JsonObject => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  ...group(properties),
  required,
});
