import type { RoleDefinition } from "@fisc/core";

/** First signature: head; second: chief accountant; an executor prepares. Roles inside the treasury body are a proposal: its sources name only the body. */
export const roles: readonly RoleDefinition[] = [
  { id: "unit.executor", side: "unit", signs: false },
  { id: "unit.head", side: "unit", signs: true },
  { id: "unit.chiefAccountant", side: "unit", signs: true },
  { id: "treasury.officer", side: "treasury", signs: false },
  { id: "treasury.head", side: "treasury", signs: true },
];
