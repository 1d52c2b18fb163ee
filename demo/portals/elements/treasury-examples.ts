import { dossierFor } from "@fisc/components/testing/memory-dossier";
import { openOrders } from "@fisc/components/testing/order-stage";
import { openTreasury } from "@fisc/components/testing/stage";
import { sampleData, sampleProcedure } from "@fisc/components/testing/sample-procedure";
import { html } from "lit";
import type { Example, Examples } from "./example.ts";

/** A treasury with one dossier that the unit has signed, or not yet. */
function desk(subject: string, isSigned = false): NonNullable<Example["desk"]> {
  return () => {
    const { treasury, dossier } = openTreasury(() => new Date("2026-03-10T07:59:00Z"));
    if (isSigned) {
      treasury.sign(dossier, treasury.person("accountant"), "signAccountant");
      treasury.sign(dossier, treasury.person("head"), "signHead");
    }
    return { treasury, subject };
  };
}

/** A dossier that was sent back, completed in one of two places, and sent again. */
function completed(): ReturnType<NonNullable<Example["desk"]>> {
  const { treasury, dossier } = openTreasury(() => new Date("2026-03-10T07:59:00Z"));
  const unit = treasury.person("accountant");
  const send = (): void => {
    treasury.sign(dossier, unit, "signAccountant");
    treasury.sign(dossier, treasury.person("head"), "signHead");
  };
  send();
  const fixes = [
    { document: "form", at: "lines[1].amount", text: "It should be 6,200,000" },
    { document: "file-contract", text: "Attach the one with both signatures" },
  ];
  treasury.act(dossier, treasury.person("clerk"), "refuse", { reason: "The amount is not that of the contract", fixes });
  const [first, second] = sampleData.lines;
  treasury.change(dossier, unit, { ...sampleData, lines: [first, { ...second, amount: 6_200_000 }] }, dossier.attachments);
  treasury.act(dossier, unit, "resubmit");
  send();
  return { treasury, subject: "clerk" };
}

const panel = () => html`<fisc-approval-panel dossier="dossier-1" extension-url="https://portal.invalid/extension"></fisc-approval-panel>`;

/** Elements that show what a gateway says: here a little treasury in the page's memory. */
export const treasuryExamples: Examples = {
  "fisc-provider": [
    {
      state: "with a field",
      drawn: "slot",
      content: () => html`<fisc-provider density="compact"><fisc-text-field label="Payer" name="payer"></fisc-text-field></fisc-provider>`,
    },
  ],
  "fisc-sign-in-state": [
    { state: "signed in", drawn: "[part=who]", content: () => html`<fisc-sign-in-state></fisc-sign-in-state>`, desk: desk("clerk") },
  ],
  "fisc-dossier-list": [
    {
      state: "of one dossier",
      drawn: "table, li",
      content: () => html`<fisc-dossier-list href-template="#{id}"></fisc-dossier-list>`,
      desk: desk("accountant"),
    },
  ],
  "fisc-dossier-view": [
    {
      state: "signed",
      drawn: "[part=section]",
      content: () => html`<fisc-dossier-view dossier="dossier-1"></fisc-dossier-view>`,
      desk: desk("head", true),
    },
  ],
  "fisc-status-timeline": [
    {
      state: "on its way",
      drawn: "ol.steps",
      content: () => html`<fisc-status-timeline dossier="dossier-1"></fisc-status-timeline>`,
      desk: desk("clerk", true),
    },
  ],
  "fisc-approval-panel": [
    { state: "to be signed", drawn: ".decision", content: panel, desk: desk("accountant") },
    { state: "to be taken in or refused", drawn: ".decision", content: panel, desk: desk("clerk", true) },
    { state: "nothing to do", drawn: ".decision", content: panel, desk: desk("accountant", true) },
  ],
  "fisc-carrier-diagnosis": [
    {
      state: "before the check",
      drawn: "button.run",
      content: () => html`<fisc-carrier-diagnosis extension-url="#extension"></fisc-carrier-diagnosis>`,
      desk: desk("accountant"),
    },
    {
      state: "checked",
      drawn: "button.run",
      content: () => html`<fisc-carrier-diagnosis extension-url="#extension"></fisc-carrier-diagnosis>`,
      act: (element) => element.shadowRoot?.querySelector<HTMLElement>("button.run")?.click(),
      desk: desk("accountant"),
    },
  ],
  "fisc-print-view": [
    {
      state: "signed",
      drawn: "[part=sheet]",
      content: () => html`<fisc-print-view dossier="dossier-1"></fisc-print-view>`,
      desk: desk("clerk", true),
    },
  ],
  "fisc-batch-approval": [
    {
      state: "of one dossier",
      drawn: "[data-run]",
      content: () => html`<fisc-batch-approval .dossiers=${[{ id: "dossier-1" }]}></fisc-batch-approval>`,
      desk: desk("clerk", true),
    },
  ],
  "fisc-version-difference": [{ state: "of a completed dossier", drawn: "section", content: panel, desk: completed }],
  "fisc-reason-form": [
    {
      state: "empty",
      drawn: "form",
      content: () => {
        const { treasury, dossier } = openTreasury();
        const procedure = sampleProcedure("en");
        const shown = dossierFor(treasury.person("clerk"), dossier, procedure, "2026-03-10");
        const action = { action: "refuse", needs: { reason: { minLength: 10, maxLength: 500 }, fixes: true } };
        return html`<fisc-reason-form .action=${action} .record=${{ dossier: shown, procedure }}></fisc-reason-form>`;
      },
      desk: desk("clerk", true),
    },
  ],
  "fisc-dossier-form": [
    {
      state: "empty",
      drawn: "form",
      content: () => html`<fisc-dossier-form procedure="test.order" database="gallery"></fisc-dossier-form>`,
      desk: () => ({ treasury: openOrders(), subject: "accountant" }),
    },
  ],
};
