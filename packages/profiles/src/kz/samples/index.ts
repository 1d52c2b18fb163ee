export { advance, samples, twoSpecifics } from "./documents.ts";
export { faultySamples } from "./faulty.ts";
export { registry, registryFacts, subjects } from "./registry.ts";
