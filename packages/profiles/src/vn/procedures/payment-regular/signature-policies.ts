import type { SignaturePolicy } from "@fisc/core";

const unitRoles = ["unit.chiefAccountant", "unit.accountHolder"] as const;
const certificate = { level: "B-B", keyUsage: ["nonRepudiation"] } as const;

/** Order as the voucher prints it: Kế toán trưởng, then Thủ trưởng đơn vị; at the treasury the head, then the director (QĐ 3519/QĐ-KBNN, Điều 7). */
export const signaturePolicies: Readonly<Record<string, SignaturePolicy>> = {
  chiefAccountant: { role: "unit.chiefAccountant", signs: "dossier", purpose: "dossier.sign", after: [], ...certificate },
  accountHolder: { role: "unit.accountHolder", signs: "dossier", purpose: "dossier.sign", after: ["unit.chiefAccountant"], ...certificate },
  head: { role: "treasury.deptHead", signs: "dossier", purpose: "dossier.approve", after: unitRoles, ...certificate },
  director: {
    role: "treasury.director",
    signs: "dossier",
    purpose: "dossier.approve",
    after: [...unitRoles, "treasury.deptHead"],
    ...certificate,
  },
  debitAdvice: { role: "treasury.deptHead", signs: "debitAdvice", purpose: "document.issue", after: [], ...certificate },
  refusalNotice: { role: "treasury.deptHead", signs: "refusalNotice", purpose: "document.issue", after: [], ...certificate },
  paymentRefusal: { role: "treasury.deptHead", signs: "paymentRefusal", purpose: "document.issue", after: [], ...certificate },
};
