import type { Labels } from "@fisc/core";
import { en } from "./en/index.ts";
import { vi } from "./vi/index.ts";

export const labels: Readonly<Record<string, Labels>> = { vi, en };
