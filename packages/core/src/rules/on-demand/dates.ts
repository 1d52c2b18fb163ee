import { FiscError } from "../../model/errors.ts";
import { daysBetween } from "../../calendar/index.ts";
import { fail, textOf } from "../values.ts";
import type { CalledFunctions } from "./registry.ts";

export const functions: CalledFunctions = {
  daysBetween: ([from, to]) => {
    try {
      return daysBetween(textOf(from), textOf(to));
    } catch (error) {
      if (error instanceof FiscError && error.code === "calendar.not-a-date") return fail("conversion", "daysBetween()");
      throw error;
    }
  },
};
