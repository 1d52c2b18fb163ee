import type { SignaturePolicy } from "@fisc/core";

const certificate = { level: "B-B", keyUsage: ["nonRepudiation"] } as const;
const accountant = "unit.accountant";
const manager = "unit.manager";

/**
 * A payment needs accountant, manager and the institution's seal (СДО, Varash); the same is taken for registers, as no source says
 * otherwise. Level: UNVERIFIED, the treasury's own requirement was not found.
 */
export const signaturePolicies: Readonly<Record<string, SignaturePolicy>> = {
  accountant: { role: accountant, signs: "dossier", purpose: "dossier.sign", after: [], ...certificate },
  manager: { role: manager, signs: "dossier", purpose: "dossier.sign", after: [accountant], ...certificate },
  seal: { role: "unit.seal", signs: "dossier", purpose: "dossier.sign", after: [accountant, manager], ...certificate },
  head: { role: "treasury.head", signs: "dossier", purpose: "dossier.approve", after: [accountant, manager, "unit.seal"], ...certificate },
};

/** The head's signature under a notice. */
export const notice = (template: string): SignaturePolicy => ({
  role: "treasury.head",
  signs: template,
  purpose: "document.issue",
  after: [],
  ...certificate,
});
