export { createFormEngine, type FormEngine, type FormEngineOptions, type FormListener } from "./engine.ts";
export { evaluate, type EvaluateOptions, type RuleFunction, type Work } from "./evaluate.ts";
export type { KeepTables } from "./memory.ts";
export { nameForms, timingAt } from "./field-names.ts";
export { condition } from "./form-rules.ts";
export { loadRuleFunctions } from "./on-demand/registry.ts";
export type { FormPatch } from "./patches.ts";
export { formatPath, isBlank, parsePath, patternOf, rowOf, rowsAt, sameJson, valueAt, withValueAt, type PathSegments } from "./paths.ts";
export { validateDossier, type ValidateOptions } from "./validate.ts";
