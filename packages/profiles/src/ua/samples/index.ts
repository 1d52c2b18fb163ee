export { deliveryNotes, furniturePayment, samples, singleAccountPayment, taxPayment } from "./documents.ts";
export { faultySamples } from "./faulty.ts";
export { registry, registryFacts, subjects } from "./registry.ts";
