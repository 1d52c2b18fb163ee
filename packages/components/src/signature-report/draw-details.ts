import { html, nothing, type TemplateResult } from "lit";
import { doneIcon, errorIcon, warningIcon } from "../foundation/icons.ts";
import type { ReadCertificate, ReadFile, ReadStep, ReadTimestamp, StepOutcome } from "./report-model.ts";
import type { ReportWords } from "./report-words.ts";

/** One row of a list of facts; nothing where there is no value. */
export function fact(name: string, value: TemplateResult | string | undefined): TemplateResult | typeof nothing {
  return value === undefined || value === ""
    ? nothing
    : html`<div>
        <dt>${name}</dt>
        <dd>${value}</dd>
      </div>`;
}

const icons: Readonly<Record<StepOutcome, TemplateResult>> = {
  passed: doneIcon,
  failed: errorIcon,
  skipped: warningIcon,
  unknown: warningIcon,
};

/** Every step in its order: what was looked at, how it came out, what to do where it failed. */
export function stepsView(words: ReportWords, steps: readonly ReadStep[]): TemplateResult {
  return html`<ol class="steps" role="list">
    ${steps.map((step) => {
      const remedy = words.stepRemedy(step);
      return html`<li class=${step.outcome} data-check=${step.check}>
        ${icons[step.outcome]}
        <div>
          <p>${words.step(step)}: <strong class="outcome">${words.text(`evidence.outcome.${step.outcome}`)}</strong></p>
          ${remedy ? html`<p class="remedy">${remedy}</p>` : nothing} ${paramsView(words, step)}
        </div>
      </li>`;
    })}
  </ol>`;
}

function paramsView(words: ReportWords, { params }: ReadStep): TemplateResult | typeof nothing {
  // why a step came out so is said in words
  const shown = params.filter(([name]) => name !== "why");
  return shown.length === 0
    ? nothing
    : html`<dl class="params">
        ${shown.map(
          ([name, value]) =>
            html`<div>
              <dt>${words.param(name)}</dt>
              <dd>${words.paramValue(name, value)}</dd>
            </div>`,
        )}
      </dl>`;
}

/** The chain of certificates, signer first. `trusted`: the chain was found to end at a trusted issuer. */
export function chainView(words: ReportWords, chain: readonly ReadCertificate[], trusted: boolean): TemplateResult {
  const place = (index: number): string => {
    if (index === 0) return words.text("signature.chain.signer");
    return words.text(trusted && index === chain.length - 1 ? "signature.chain.anchor" : "signature.chain.issuer");
  };
  return html`<ol class="chain" role="list">
    ${chain.map((certificate, index) => html`<li><strong>${place(index)}</strong>${certificateView(words, certificate)}</li>`)}
  </ol>`;
}

export function certificateView(words: ReportWords, certificate: ReadCertificate): TemplateResult {
  const { subject, issuer, serial, notBefore, notAfter, key, keyUsage, sha256 } = certificate;
  const name = (key: string): string => words.text(`signature.certificate.${key}`);
  const uses = keyUsage.map((use, index) => html`${index > 0 ? ", " : ""}${words.known("signature.usage", use) ?? words.foreign(use, 40)}`);
  return html`<dl class="facts">
    ${fact(name("subject"), subject && words.foreign(subject, 300))} ${fact(name("issuer"), issuer && words.foreign(issuer, 300))}
    ${fact(name("serial"), serial && html`<span class="code">${words.foreign(serial, 80)}</span>`)}
    ${
      notBefore || notAfter
        ? fact(
            name("validity"),
            html`${between(words.text("signature.certificate.validity.text"), { from: words.instant(notBefore), to: words.instant(notAfter) })}`,
          )
        : nothing
    }
    ${fact(name("key"), key && words.foreign(key, 60))} ${keyUsage.length > 0 ? fact(name("usage"), html`${uses}`) : nothing}
    ${fact(name("fingerprint"), sha256 && html`<span class="code">${words.foreign(sha256, 80)}</span>`)}
  </dl>`;
}

/** A text with its places filled by what is drawn, not by letters. */
function between(text: string, parts: Readonly<Record<string, TemplateResult>>): readonly (string | TemplateResult)[] {
  return text.split(/(\{\w+\})/).map((piece) => parts[piece.slice(1, -1)] ?? piece);
}

export function timestampView(words: ReportWords, timestamp: ReadTimestamp): TemplateResult {
  const { kind, verdict, time, accuracy, authority, steps, chain } = timestamp;
  const kindName = words.known("evidence.check", kind);
  return html`<li class="timestamp ${verdict}">
    <p>${kindName ?? words.foreign(kind, 60)}: <strong class="outcome">${words.text(`signature.verdict.${verdict}`)}</strong></p>
    ${
      verdict === "passed"
        ? nothing
        : html`<p class="remedy">${words.text("signature.timestamp.worthless")} ${words.reason(timestamp)} ${words.remedy(timestamp)}</p>`
    }
    <dl class="facts">
      ${time === undefined ? nothing : fact(words.text("signature.timestamp.time"), words.instant(time))}
      ${
        accuracy === undefined
          ? nothing
          : fact(words.text("signature.timestamp.accuracy"), words.text("signature.timestamp.accuracy.text", { milliseconds: accuracy }))
      }
      ${authority === undefined ? nothing : fact(words.text("signature.timestamp.authority"), words.foreign(authority.subject, 300))}
    </dl>
    ${disclosure(words.text("signature.steps", { count: steps.length }), stepsView(words, steps), steps.length)}
    ${disclosure(words.text("signature.chain", { count: chain.length }), chainView(words, chain, verdict === "passed"), chain.length)}
  </li>`;
}

export function filesView(words: ReportWords, files: readonly ReadFile[]): TemplateResult {
  return html`<ul class="files" role="list">
    ${files.map(({ name, outcome }) => html`<li class=${outcome}>${words.foreign(name, 200)}: ${words.text(`signature.file.${outcome}`)}</li>`)}
  </ul>`;
}

/** A part that opens and closes by mouse and keyboard, and opens for printing; nothing where it would be empty. */
export function disclosure(summary: string, content: TemplateResult, count: number, open = false): TemplateResult | typeof nothing {
  return count === 0
    ? nothing
    : html`<details ?open=${open}>
        <summary>${summary}</summary>
        ${content}
      </details>`;
}
