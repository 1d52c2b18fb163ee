export * from "./dossier.ts";
export * from "./errors.ts";
export * from "./expression.ts";
export * from "./json.ts";
export * from "./procedure.ts";
export * from "./profile.ts";
export * from "./registry.ts";
export * from "./signing.ts";
export type * from "./migration.ts";
