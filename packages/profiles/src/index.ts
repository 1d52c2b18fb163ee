import type { Profile } from "@fisc/core";
import { profile as vn } from "./vn/index.ts";

/** Every country there is, by profile id. A new country is a new folder and one line here. */
export const profiles: Readonly<Record<string, Profile>> = { [vn.id]: vn };

export { sourcesOf, type ProfileSource } from "./sources.ts";
