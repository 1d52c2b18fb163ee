import type { SignatureRecord } from "../model/dossier.ts";
import { element, type MarkupElement } from "./markup.ts";
import { formatInstant } from "./moments.ts";
import type { Paper, PaperDocument } from "./paper.ts";
import { filled, type PaperTexts } from "./texts.ts";

/** Each attached file with its digest: what is on paper can be told to be that file. */
export function attachmentList({ attachments, procedure }: Paper, texts: PaperTexts): readonly MarkupElement[] {
  if (attachments.length === 0) return [];
  return [
    element(
      "section",
      {},
      element("h2", {}, texts.attachments),
      element(
        "ol",
        { class: "attachments" },
        attachments.map(({ slot, name, sha256 }) =>
          element(
            "li",
            {},
            `${procedure.labels[`attachment.${slot}`] ?? slot}: `,
            element("bdi", {}, name),
            " ",
            element("code", {}, sha256),
          ),
        ),
      ),
    ),
  ];
}

/** Who signed, in which role, when and with which certificate. */
export function signatureBlock(paper: Paper, texts: PaperTexts): MarkupElement {
  const { signatures } = paper;
  return element(
    "section",
    { class: "signatures" },
    element("h2", {}, texts.signatures),
    signatures.length === 0
      ? element("p", {}, texts["signatures.none"])
      : element(
          "ol",
          {},
          signatures.map((signature) => signer(paper, signature, texts)),
        ),
  );
}

/** What a certificate says of itself is isolated: its letters cannot turn the text around them. */
function signer({ procedure }: Paper, { role, signs, certificate, at }: SignatureRecord, texts: PaperTexts): MarkupElement {
  const { labels, locale, timeZone } = procedure;
  const document = signs === "dossier" ? [] : [element("span", {}, labels[`document.${signs}`] ?? signs)];
  return element(
    "li",
    {},
    element("strong", {}, labels[`role.${role}`] ?? role),
    document,
    element("bdi", { class: "name" }, certificate.subject),
    element("time", { datetime: at }, formatInstant(at, locale, timeZone)),
    element("bdi", { class: "certificate" }, filled(texts.certificate, { serial: certificate.serial, issuer: certificate.issuer })),
  );
}

/** On a page of its own. */
export function documentSection({ procedure }: Paper, { title, formNumber, at, rows }: PaperDocument, texts: PaperTexts): MarkupElement {
  return element(
    "section",
    { class: "document" },
    element(
      "p",
      { class: "reference" },
      formNumber === "" ? [] : element("strong", {}, filled(texts.number, { number: formNumber })),
      element("time", { datetime: at }, formatInstant(at, procedure.locale, procedure.timeZone)),
    ),
    element("h2", {}, title),
    element(
      "dl",
      {},
      rows.map(({ label, text }) => element("div", { class: "row" }, element("dt", {}, label), element("dd", {}, text))),
    ),
  );
}
