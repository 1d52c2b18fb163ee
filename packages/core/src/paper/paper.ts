import type { Attachment, Instant, SignatureRecord } from "../model/dossier.ts";
import type { JsonObject } from "../model/json.ts";
import type { PublishedProcedure } from "../model/procedure.ts";
import { attachmentList, documentSection, signatureBlock } from "./appendices.ts";
import { formSection } from "./form-sections.ts";
import { element, type MarkupElement } from "./markup.ts";
import { filled, type PaperTexts } from "./texts.ts";

/** One official document that belongs to the dossier: its rows as people read them. */
export interface PaperDocument {
  readonly title: string;
  /** Official number of the paper form; empty where it is not known. */
  readonly formNumber: string;
  readonly at: Instant;
  readonly rows: readonly { readonly label: string; readonly text: string }[];
}

/** A dossier as it goes on paper. All of one version. */
export interface Paper {
  /** In the paper's language, with the labels of roles and documents. */
  readonly procedure: PublishedProcedure;
  readonly code: string;
  readonly version: number;
  readonly unit: { readonly code: string; readonly name: string };
  readonly data: JsonObject;
  /** Whether a section (by id), a field or a column (by its path) is shown. */
  readonly visible: (place: string) => boolean;
  readonly attachments: readonly Attachment[];
  readonly documents: readonly PaperDocument[];
  readonly signatures: readonly SignatureRecord[];
}

/**
 * The official form, filled in, with its documents and who signed when in which role. The same on the screen, on paper and in a container:
 * `paperStyle` goes with it.
 */
export function drawPaper(paper: Paper, texts: PaperTexts): MarkupElement {
  const { procedure, code, unit } = paper;
  const { labels, locale } = procedure;
  const sections = procedure.layout.flatMap((page) => page.sections).filter((section) => paper.visible(section.id));
  return element(
    "article",
    { class: "official-form", lang: locale },
    element(
      "header",
      {},
      element("p", { class: "unit" }, element("strong", {}, unit.name), " ", element("span", {}, unit.code)),
      element(
        "p",
        { class: "reference" },
        element("strong", {}, filled(texts.number, { number: procedure.formNumber })),
        element("span", {}, filled(texts.dossier, { code })),
        element("span", {}, filled(texts.version, { version: String(paper.version) })),
      ),
    ),
    element("h1", {}, labels[`procedure.${procedure.id}`] ?? procedure.id),
    sections.flatMap((section) => formSection(paper, section, texts)),
    attachmentList(paper, texts),
    signatureBlock(paper, texts),
    paper.documents.map((document) => documentSection(paper, document, texts)),
  );
}
