export * from "./treasury-api.ts";
export { createTreasuryApi } from "./client.ts";
export type { TreasuryApiOptions } from "./client.ts";
export { ApiRegimeError, ApiValidationError } from "./problem.ts";
