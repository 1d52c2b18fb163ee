// What every form of every profile makes of the same data and of its country's samples, as JSON: the browser's tests compare theirs with it.
import { neutralProfile, outcomesOf } from "@fisc/core/testing/outcomes";
import { profiles } from "../src/index.ts";
import { sampleOutcomes } from "../src/testing/sample-outcomes.ts";

const outcomes = await Promise.all([neutralProfile, ...Object.values(profiles)].map(outcomesOf));
process.stdout.write(JSON.stringify([...outcomes.flat(), ...(await sampleOutcomes())]));
