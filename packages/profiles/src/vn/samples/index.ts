/** Fictional units, people and dossiers for tests and demonstrations. */
export { registry, registryFacts, subjects } from "./registry.ts";
export { sampleDossiers } from "./dossiers.ts";
export { variants } from "./variants.ts";
export type { SampleDossier, SampleVariant } from "./sample.ts";
