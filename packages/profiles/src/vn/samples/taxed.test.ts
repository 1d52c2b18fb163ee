import { testSamples } from "../../testing/sample-suite.ts";
import { profile } from "../index.ts";
import { paymentRegular } from "../procedures/payment-regular/index.ts";
import { registry, registryFacts } from "./registry.ts";
import { taxedFaulty, taxedSamples } from "./taxed.ts";

const provenElsewhere = new Set(paymentRegular.rules.map(({ id }) => id).filter((id) => id !== "V09.list"));

testSamples({ profile, registry, facts: registryFacts, samples: taxedSamples, faulty: taxedFaulty, provenElsewhere });
