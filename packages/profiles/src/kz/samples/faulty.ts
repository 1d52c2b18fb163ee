import { faulty, type FaultySample } from "../../sample.ts";
import { advance, twoSpecifics } from "./documents.ts";

export const faultySamples: readonly FaultySample[] = [
  faulty(twoSpecifics, "document-of-another-sum", { "basis.total": 30_000_001 }, ["K01.total", "total"]),
  faulty(
    twoSpecifics,
    "invoice-of-nothing",
    { "invoices[1].amount": 0, total: 20_000_000, totalWords: "Екі жүз мың теңге", "basis.total": 20_000_000 },
    ["K01.positive", "invoices[1].amount"],
  ),
  faulty(twoSpecifics, "words-of-another-amount", { totalWords: "Үш мың теңге" }, ["K01.words", "totalWords"]),
  faulty(twoSpecifics, "two-invoices-for-one-code", { "invoices[1].specifics": "149" }, ["K02.onePerCode", "invoices[0].specifics"]),
  faulty(twoSpecifics, "one-number-twice", { "invoices[1].number": "101" }, ["K02.number", "invoices[1].number"]),
  faulty(twoSpecifics, "number-used-before", { "invoices[0].number": "100" }, ["K02.used", "invoices[0].number", "warning"]),
  faulty(twoSpecifics, "programme-code-of-eight-digits", { "invoices[1].fkr": "46400301" }, ["K03.fkr", "invoices[1].fkr"]),
  faulty(twoSpecifics, "specifics-with-a-letter", { "invoices[0].specifics": "14\u0417" }, ["K03.specifics", "invoices[0].specifics"]),
  faulty(twoSpecifics, "purpose-code-too-long", { "invoices[0].knp": "7100" }, ["K03.knp", "invoices[0].knp"]),
  faulty(twoSpecifics, "region-too-short", { "institution.region": "99000000" }, ["K03.region", "institution.region"]),
  faulty(twoSpecifics, "bank-of-nine-characters", { "beneficiary.bik": "XXXXKZKX1" }, ["K03.bik", "beneficiary.bik"]),
  // The number of the national authority's test certificates.
  faulty(twoSpecifics, "beneficiary-of-a-test-certificate", { "beneficiary.bin": "123456789021" }, ["K04.bin", "beneficiary.bin"], {
    facts: {},
  }),
  faulty(twoSpecifics, "account-mistyped", { "beneficiary.iik": "KZ24070105KSN0000001" }, ["K04.iik", "beneficiary.iik"]),
  faulty(twoSpecifics, "two-programmes", { "invoices[1].fkr": "464009015" }, ["K05.programme", "invoices[1].fkr"]),
  faulty(twoSpecifics, "deal-not-registered", { "deal.number": "GPS-2026-0042" }, ["K06.registered", "deal.number"]),
  faulty(twoSpecifics, "another-supplier", { "beneficiary.bin": "490140000032" }, ["K06.supplier", "beneficiary.bin"]),
  faulty(twoSpecifics, "above-the-deal", {}, ["K06.left", "total"], {
    facts: { deals: { "GPS-2026-0041": { bin: "490140000022", left: 29_999_999 } } },
  }),
  faulty(twoSpecifics, "dated-tomorrow", { date: "2026-05-14" }, ["K07.future", "date"]),
  faulty(twoSpecifics, "another-year", { year: 2025 }, ["K07.year", "year"]),
  faulty(twoSpecifics, "act-after-the-invoice", { "basis.date": "2026-05-14" }, ["K07.basis", "basis.date"]),
  faulty(twoSpecifics, "sector-zero", { "beneficiary.kbe": "10" }, ["K08.kbe", "beneficiary.kbe"]),
  faulty(twoSpecifics, "unit-of-another", { "institution.code": "9990002" }, ["K09.unit", "institution.code"]),
  faulty(twoSpecifics, "bin-of-another", { "institution.bin": "490140000032" }, ["K09.bin", "institution.bin"]),
  faulty(advance, "account-of-another", { "institution.account": "KZ91070103KSN9900002" }, ["K09.account", "institution.account"]),
  faulty(advance, "no-account-for-paid-services", { "institution.account": null }, ["required", "institution.account"]),
  faulty(twoSpecifics, "name-of-two-alphabets", { "beneficiary.name": "Т\u004FО «Үлгі Жеткізу»" }, ["K10.name", "beneficiary.name"]),
  faulty(twoSpecifics, "purpose-of-two-alphabets", { "invoices[0].purpose": "Мектеп жи\u04BB\u0061зы үшін" }, [
    "K10.purpose",
    "invoices[0].purpose",
  ]),
  faulty(twoSpecifics, "act-missing", {}, ["attachment.required", "attachments.basis"], { attachments: [] }),
];
