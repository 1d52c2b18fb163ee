import type { ProcedureDefinition } from "../model/procedure.ts";

/** Accountant and holder sign, a teller checks, the head approves, the ledger answers. */
export const orderWorkflow: Pick<ProcedureDefinition, "workflow" | "signaturePolicies"> = {
  workflow: {
    initial: "draft",
    states: {
      draft: { holder: "unit.clerk", editable: true },
      accounted: { holder: "unit.holder", shownAs: "draft" },
      sent: { holder: "office.teller" },
      returned: { holder: "unit.clerk", editable: true },
      checking: { holder: "office.head", shownAs: "sent" },
      posting: { holder: "system", shownAs: "sent" },
      paid: { final: true },
      refused: { final: true },
    },
    transitions: [
      { action: "account", from: ["draft", "returned"], to: "accounted", roles: ["unit.accountant"], needs: { signature: "accountant" } },
      {
        action: "submit",
        from: ["accounted"],
        to: "sent",
        roles: ["unit.holder"],
        needs: { signature: "holder", differentActorFrom: ["account"] },
        effects: [{ type: "deadline", key: "pay" }],
      },
      { action: "accept", from: ["sent"], to: "checking", roles: ["office.teller"], effects: [{ type: "mail", template: "received" }] },
      {
        action: "refuse",
        from: ["sent"],
        to: "returned",
        roles: ["office.teller"],
        when: "context.facts.dossier.counts.refuse == 0",
        needs: { reason: { minLength: 10, maxLength: 500 }, fixes: true },
        effects: [{ type: "mail", template: "refused" }],
      },
      { action: "refuse", from: ["sent"], to: "refused", roles: ["office.teller"], needs: { reason: { minLength: 10, maxLength: 500 } } },
      {
        action: "approve",
        from: ["checking"],
        to: "posting",
        roles: ["office.head", "office.teller"],
        needs: { differentActorFrom: ["accept"] },
        effects: [{ type: "ledger", operation: "post" }],
      },
      {
        action: "ledger.ok",
        from: ["posting"],
        to: "paid",
        roles: ["system"],
        effects: [
          { type: "deadlineMet", key: "pay" },
          { type: "document", template: "advice" },
        ],
      },
      { action: "ledger.failed", from: ["posting"], to: "refused", roles: ["system"], when: 'input.fault == "unit"' },
      { action: "ledger.failed", from: ["posting"], to: "checking", roles: ["system"] },
      {
        action: "sort",
        from: ["checking"],
        to: "refused",
        roles: ["office.head"],
        when: 'input.way == "back"',
        needs: { choices: { way: ["back", "on"] } },
      },
      {
        action: "sort",
        from: ["checking"],
        to: "posting",
        roles: ["office.head"],
        when: 'input.way == "on"',
        needs: { choices: { way: ["back", "on"] } },
      },
    ],
  },
  signaturePolicies: {
    accountant: {
      role: "unit.accountant",
      signs: "dossier",
      purpose: "dossier.sign",
      after: [],
      level: "B-T",
      keyUsage: ["nonRepudiation"],
    },
    holder: {
      role: "unit.holder",
      signs: "dossier",
      purpose: "dossier.sign",
      after: ["unit.accountant"],
      level: "B-T",
      keyUsage: ["nonRepudiation"],
    },
  },
};
