import { html, nothing, type TemplateResult } from "lit";
import { doneIcon, errorIcon, warningIcon } from "../foundation/icons.ts";
import { foreignText } from "./foreign-text.ts";
import { certificateView, chainView, disclosure, fact, filesView, stepsView, timestampView } from "./draw-details.ts";
import type { ReadSignature, Verdict } from "./report-model.ts";
import type { ReportWords } from "./report-words.ts";

const icons: Readonly<Record<Verdict, TemplateResult>> = {
  passed: doneIcon,
  failed: errorIcon,
  indeterminate: warningIcon,
  unknown: warningIcon,
};

/** One signature: the answer first, in words, shape and colour; then who, when and how; then all that it rests on. */
export function signatureView(words: ReportWords, signature: ReadSignature, number: number, prefix: string): TemplateResult {
  const { verdict, signer, steps, chain, timestamps, countersignatures, files } = signature;
  const id = `${prefix}-${number}`;
  const revocations = steps.filter(({ check }) => check === "revocation");
  const unchecked = verdict === "passed" && !revocations.some(({ outcome }) => outcome === "passed");
  return html`<article class="signature ${verdict}" part="signature" aria-labelledby=${id}>
    <header>
      ${icons[verdict]}
      <h3 id=${id}>${nameOf(words, signature, number)}: <span class="verdict">${words.text(`signature.verdict.${verdict}`)}</span></h3>
    </header>
    <p>${words.text(`signature.meaning.${verdict}`)} ${words.reason(signature)}</p>
    ${unchecked ? html`<p class="caution">${words.text("signature.unchecked")}</p>` : nothing}
    <p class="todo"><strong>${words.text("signature.todo")}:</strong> ${words.remedy(signature)}</p>
    ${factsView(words, signature)}
    ${disclosure(words.text("signature.files", { count: files.length }), filesView(words, files), files.length)}
    ${disclosure(words.text("signature.steps", { count: steps.length }), stepsView(words, steps), steps.length)}
    ${disclosure(words.text("signature.chain", { count: chain.length }), chainView(words, chain, verdict === "passed"), chain.length)}
    ${chain.length === 0 && signer ? disclosure(words.text("signature.chain", { count: 1 }), certificateView(words, signer), 1) : nothing}
    ${disclosure(words.text("signature.revocations", { count: revocations.length }), stepsView(words, revocations), revocations.length)}
    ${disclosure(
      words.text("signature.timestamps", { count: timestamps.length }),
      html`<ol class="timestamps" role="list">
        ${timestamps.map((timestamp) => timestampView(words, timestamp))}
      </ol>`,
      timestamps.length,
    )}
    ${disclosure(
      words.text("signature.countersignatures", { count: countersignatures.length }),
      html`${countersignatures.map((inner, index) => signatureView(words, inner, index + 1, id))}`,
      countersignatures.length,
    )}
    ${disclosure(words.text("signature.technical"), expertView(words, signature), 1)}
  </article>`;
}

function nameOf(words: ReportWords, { signer }: ReadSignature, number: number): TemplateResult | string {
  const name = signer?.commonName ?? signer?.subject ?? "";
  if (name === "") return words.text("signature.signer.unknown", { number });
  const [before = "", after = ""] = words.text("signature.signer").split("{name}");
  return html`${before}<bdi class="foreign">${foreignText(name, 80).text}</bdi>${after}`;
}

function factsView(words: ReportWords, signature: ReadSignature): TemplateResult {
  const { signer, chain, signingTime, bestSignatureTime, level, algorithm, verdict } = signature;
  const name = (key: string): string => words.text(`signature.fact.${key}`);
  return html`<dl class="facts">
    ${fact(name("signer"), signer && words.foreign(signer.commonName ?? signer.subject, 120))}
    ${fact(name("organization"), signer?.organization && words.foreign(signer.organization, 160))}
    ${fact(name("issuer"), signer && words.foreign(chain[1]?.commonName ?? signer.issuer, 200))}
    ${fact(name("claimed"), signingTime === undefined ? undefined : words.instant(signingTime))}
    ${fact(name("proven"), bestSignatureTime === undefined ? undefined : words.instant(bestSignatureTime))}
    ${/* a level is reached by a signature that passed, by no other */ level === undefined || verdict !== "passed" ? nothing : fact(name("level"), levelText(words, level))}
    ${fact(name("algorithm"), algorithm === undefined ? undefined : words.foreign(algorithm, 60))}
  </dl>`;
}

function levelText(words: ReportWords, level: string): TemplateResult {
  const meaning = words.known("signature.level", level);
  return html`${words.foreign(level, 40)}${meaning === undefined ? "" : ` (${meaning})`}`;
}

function expertView(words: ReportWords, signature: ReadSignature): TemplateResult {
  const { indication, subIndication, process, basic, id, manifest, container } = signature;
  const name = (key: string): string => words.text(`signature.expert.${key}`);
  const code = (value: string | undefined, longest: number): TemplateResult | undefined =>
    value === undefined || value === "" ? undefined : html`<span class="code">${words.foreign(value, longest)}</span>`;
  return html`<dl class="facts">
      ${fact(name("indication"), code(indication, 60))} ${fact(name("subIndication"), code(subIndication, 60))}
      ${fact(name("process"), process === undefined ? undefined : (words.known("signature.process", process) ?? words.foreign(process, 60)))}
      ${fact(name("id"), code(id, 80))} ${fact(name("manifest"), code(manifest, 120))} ${fact(name("container"), code(container, 120))}
    </dl>
    ${basic === undefined ? nothing : html`<p>${words.text("signature.basic", { verdict: words.text(`signature.verdict.${basic}`) })}</p>`}
    <p class="muted">${words.text("signature.expert.standard")}</p>`;
}
