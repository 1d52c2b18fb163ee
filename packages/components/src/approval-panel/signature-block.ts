import { html, nothing, type TemplateResult } from "lit";
import type { Dossier, PublishedProcedure, SignatureRecord } from "@fisc/core";
import { formatInstant, label } from "../foundation/format.ts";
import { doneIcon } from "../foundation/icons.ts";

/** One signature that the dossier needs, in the order of signing. */
export interface Signer {
  readonly policy: string;
  readonly role: string;
  readonly status: "signed" | "mine" | "next" | "later" | "none";
  readonly signature?: SignatureRecord;
}

/** Who signs the present version, and who has. Signatures of earlier versions do not count. */
export function signers(procedure: PublishedProcedure, dossier: Dossier): readonly Signer[] {
  const ended = procedure.workflow.states[dossier.state]?.final === true;
  const mine = new Set(dossier.actions.map(({ needs }) => needs.signature));
  const signed = new Map(dossier.signatures.filter(({ version }) => version === dossier.version).map((one) => [one.policy, one]));
  const roles = new Set([...signed.values()].map(({ role }) => role));
  return Object.entries(procedure.signaturePolicies)
    .filter(([, { signs }]) => signs === "dossier")
    .sort(([, a], [, b]) => a.after.length - b.after.length)
    .map(([policy, { role, after }]): Signer => {
      const signature = signed.get(policy);
      if (signature) return { policy, role, status: "signed", signature };
      const isNext = after.every((earlier) => roles.has(earlier));
      return { policy, role, status: ended ? "none" : mine.has(policy) ? "mine" : isNext ? "next" : "later" };
    });
}

export function signatureBlock(
  procedure: PublishedProcedure,
  dossier: Dossier,
  text: (key: string) => string,
): TemplateResult | typeof nothing {
  const { labels, locale, timeZone } = procedure;
  const list = signers(procedure, dossier);
  if (list.length === 0) return nothing;
  return html`<div class="signers" part="signers">
    <h3 id="signers">${text("approval.signers")}</h3>
    <ol aria-labelledby="signers">
      ${list.map(
        ({ policy, role, status, signature }) =>
          html`<li class=${status} data-policy=${policy}>
            <span class="mark" aria-hidden="true">${status === "signed" ? doneIcon : nothing}</span>
            <span
              ><strong>${label(labels, `role.${role}`, locale)}</strong> ${
                signature
                  ? html`<span>${signature.certificate.subject}</span>
                      <span class="muted">${formatInstant(signature.at, locale, timeZone)}</span>`
                  : html`<span class="muted">${text(`approval.signer.${status}`)}</span>`
              }</span
            >
          </li>`,
      )}
    </ol>
  </div>`;
}
