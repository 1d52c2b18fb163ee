import type { RoleDefinition } from "@fisc/core";

/**
 * Three carriers for a payment: accountant (second signature), manager (first signature), the institution's electronic seal. A second
 * accountant and a deputy manager hold the same role, in their own name and with their own certificate (СДО, Varash).
 * Roles inside the treasury body are a proposal: its sources name only the body.
 */
export const roles: readonly RoleDefinition[] = [
  { id: "unit.accountant", side: "unit", signs: true },
  { id: "unit.manager", side: "unit", signs: true },
  { id: "unit.seal", side: "unit", signs: true },
  { id: "treasury.officer", side: "treasury", signs: false },
  { id: "treasury.head", side: "treasury", signs: true },
];
