import { testProfile } from "../testing/profile-suite.ts";
import { profile } from "./index.ts";

testProfile(profile);
