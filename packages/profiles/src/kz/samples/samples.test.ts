import { testSamples } from "../../testing/sample-suite.ts";
import { profile } from "../index.ts";
import { faultySamples, registry, registryFacts, samples } from "./index.ts";

testSamples({ profile, registry, facts: registryFacts, samples, faulty: faultySamples });
