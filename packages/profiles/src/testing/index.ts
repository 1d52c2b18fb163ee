export { DossierWalk, type Given, type WalkOptions } from "./dossier-walk.ts";
export { testProfile } from "./profile-suite.ts";
