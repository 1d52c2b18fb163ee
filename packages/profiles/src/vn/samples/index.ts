/** Fictional units, people and dossiers for tests and demonstrations. */
export { registry, registryFacts, sampleUnit, subjects } from "./registry.ts";
export { sampleDossier, sampleDossiers } from "./dossiers.ts";
export { variants } from "./variants.ts";
export type { SampleDossier, SampleVariant } from "./sample.ts";
export { taxedFaulty, taxedSamples } from "./taxed.ts";
