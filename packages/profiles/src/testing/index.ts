export { drawing } from "./drawing.ts";
export { DossierWalk, type Given, type WalkOptions } from "./dossier-walk.ts";
export { largeRegister, type LargeRegister } from "./large-register.ts";
export { testProfile } from "./profile-suite.ts";
export { walkAtRandom } from "./random-walk.ts";
export { testSamples, type SampleSuite } from "./sample-suite.ts";
