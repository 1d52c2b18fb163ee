export * from "./treasury-api.ts";
