import type { RoleDefinition } from "@fisc/core";

/** Authorised substitutes hold the same role, in their own name and with their own certificate (63/KBKS §3). */
export const roles: readonly RoleDefinition[] = [
  { id: "unit.preparer", side: "unit", signs: false },
  { id: "unit.chiefAccountant", side: "unit", signs: true },
  { id: "unit.accountHolder", side: "unit", signs: true },
  { id: "treasury.teller", side: "treasury", signs: false },
  { id: "treasury.deptHead", side: "treasury", signs: true },
  { id: "treasury.director", side: "treasury", signs: true },
];
