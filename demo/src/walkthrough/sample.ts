import type { JsonObject } from "@fisc/core";
import { sampleDossiers, type SampleDossier } from "@fisc/profiles/vn/samples";
import { paper, type Paper } from "./papers.ts";

export interface SampleForToday {
  readonly sample: SampleDossier;
  readonly data: JsonObject;
  readonly papers: Readonly<Record<string, readonly Paper[]>>;
}

/** A sample dossier dated today, with numbers that no earlier run has used: the treasury counts what a contract was paid before. */
export async function sampleForToday(id: string, today = civilToday()): Promise<SampleForToday> {
  const sample = sampleDossiers.find((candidate) => candidate.id === id);
  if (!sample) throw new Error(`there is no sample ${id}`);
  const year = Number(today.slice(0, 4));
  const run = Date.now().toString(36).toUpperCase();
  const contract = sample.data["hopDong"] as JsonObject;
  const acceptance = sample.data["nghiemThu"] as JsonObject;
  const data: JsonObject = {
    ...sample.data,
    soChungTu: `RDT-${run}/${year}`,
    ngayLap: today,
    namNS: year,
    ...(contract["so"] ? { hopDong: { ...contract, so: `${run}/${String(contract["so"])}`, ngay: today } } : {}),
    ...(acceptance["so"] ? { nghiemThu: { ...acceptance, ngay: today } } : {}),
  };
  const papers: Record<string, Paper[]> = {};
  for (const { slot, name } of sample.attachments) {
    (papers[slot] ??= []).push(
      await paper(name, name.replace(/\.pdf$/, "").replaceAll("-", " "), [
        `Tài liệu hư cấu của bản trình diễn, kèm hồ sơ ${String(data["soChungTu"])}.`,
      ]),
    );
  }
  return { sample, data, papers };
}

/** Today in Viet Nam. */
export function civilToday(now = new Date()): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh", year: "numeric", month: "2-digit", day: "2-digit" }).format(now);
}
