import type { Sample } from "../../sample.ts";
import { regime2025 } from "../regimes.ts";
import { cashAccount, school, schoolBin, supplierBin } from "./registry.ts";

const shared = { procedure: "kz.payment.invoice", regime: regime2025, unit: school, sentAt: "2026-05-13T06:00:00.000Z" };
const institution = { name: "ММ «Ойдан шығарылған мектеп № 99»", code: school, bin: schoolBin, region: "990000000" };
const beneficiary = { name: "ТОО «Үлгі Жеткізу»", bin: supplierBin, iik: "KZ92601A999900000001", bik: "XXXXKZKX", kbe: "17" };
const document = { date: "2026-05-13", year: 2026, budgetKind: "local", source: "budget", institution, beneficiary };

/** K-1: one delivery, two specifics: two invoices that together equal the act. */
export const twoSpecifics: Sample = {
  ...shared,
  id: "K-1",
  attachments: [{ slot: "basis", name: "akt-77.pdf" }],
  data: {
    ...document,
    deal: { number: "GPS-2026-0041" },
    advance: "no",
    basis: { kind: "act", number: "77", date: "2026-05-12", total: 30_000_000 },
    invoices: [
      {
        number: "101",
        fkr: "464003015",
        specifics: "149",
        knp: "710",
        purpose: "№ 15 шарт бойынша мектеп жиһазы үшін, 12.05.2026 ж. № 77 акт",
        amount: 20_000_000,
      },
      {
        number: "102",
        fkr: "464003015",
        specifics: "159",
        knp: "859",
        purpose: "№ 15 шарт бойынша жиһазды жинау үшін, 12.05.2026 ж. № 77 акт",
        amount: 10_000_000,
      },
    ],
    total: 30_000_000,
    totalWords: "Үш жүз мың теңге",
  },
};

/** K-2: an advance from paid services, to a person: no copies are asked for, no deal. */
export const advance: Sample = {
  ...shared,
  id: "K-2",
  attachments: [],
  data: {
    ...document,
    source: "paidServices",
    institution: { ...institution, account: cashAccount },
    beneficiary: { ...beneficiary, name: "ЖК Үлгі Б.", bin: "490101500011", kbe: "19" },
    deal: {},
    advance: "yes",
    basis: { kind: "invoice", number: "8", date: "2026-05-11", total: 1_234_567 },
    invoices: [
      { number: "103", fkr: "464003015", specifics: "159", knp: "841", purpose: "Оқу-жаттығу қызметтері үшін аванс", amount: 1_234_567 },
    ],
    total: 1_234_567,
    totalWords: "Он екі мың үш жүз қырық бес теңге алпыс жеті тиын",
  },
};

export const samples: readonly Sample[] = [twoSpecifics, advance];
