import type { SignaturePolicy } from "@fisc/core";

const certificate = { level: "B-B", keyUsage: ["digitalSignature", "nonRepudiation"] } as const;

/**
 * First signature: head; second: chief accountant. Their certificates also carry a key purpose (head, right to sign, right to sign
 * financial documents, participant of the system); a plain employee's is no signature for a payment. Level: UNVERIFIED.
 */
export const signaturePolicies: Readonly<Record<string, SignaturePolicy>> = {
  head: { role: "unit.head", signs: "dossier", purpose: "dossier.sign", after: [], ...certificate },
  chiefAccountant: { role: "unit.chiefAccountant", signs: "dossier", purpose: "dossier.sign", after: ["unit.head"], ...certificate },
  treasury: {
    role: "treasury.head",
    signs: "dossier",
    purpose: "dossier.approve",
    after: ["unit.head", "unit.chiefAccountant"],
    ...certificate,
  },
  invoiceReturn: { role: "treasury.head", signs: "invoiceReturn", purpose: "document.issue", after: [], ...certificate },
};
