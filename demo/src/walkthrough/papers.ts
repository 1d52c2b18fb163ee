import { existsSync } from "node:fs";
import PDFDocument from "pdfkit";

const font = "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf";

export interface Paper {
  readonly name: string;
  readonly mimeType: "application/pdf";
  readonly buffer: Buffer;
}

/** A one-page PDF that says what it stands for: the attachments of the demo's dossiers. */
export async function paper(name: string, title: string, lines: readonly string[]): Promise<Paper> {
  const document = new PDFDocument({ size: "A4", margin: 60, info: { Title: title } });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => document.once("end", () => resolve()));
  if (existsSync(font)) document.font(font);
  document.fontSize(18).text(title).moveDown();
  document.fontSize(11);
  for (const line of lines) document.text(line).moveDown(0.5);
  document.end();
  await ended;
  return { name, mimeType: "application/pdf", buffer: Buffer.concat(chunks) };
}
