import type { Profile } from "@fisc/core";
import { profile as kz } from "./kz/index.ts";
import { profile as ua } from "./ua/index.ts";
import { profile as vn } from "./vn/index.ts";

/** Every country there is, by profile id. A new country is a new folder and one line here. */
export const profiles: Readonly<Record<string, Profile>> = { [vn.id]: vn, [ua.id]: ua, [kz.id]: kz };

export { sourcesOf, type ProfileSource } from "./sources.ts";
