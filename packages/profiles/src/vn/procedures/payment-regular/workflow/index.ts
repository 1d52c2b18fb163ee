import type { Workflow } from "@fisc/core";
import { control } from "./control.ts";
import { intake } from "./intake.ts";
import { refusal } from "./refusal.ts";
import { settlement } from "./settlement.ts";
import { states } from "./states.ts";
import { unit } from "./unit.ts";

/** Drafts are local: creating the dossier hands it to the chief accountant. */
export const workflow: Workflow<string> = {
  initial: "awaiting_ca_sign",
  states,
  transitions: [...unit, ...intake, ...control, ...refusal, ...settlement],
};
