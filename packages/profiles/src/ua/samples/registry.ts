import type { RegisteredPerson, Registry, RegistryFacts } from "@fisc/core";

const office = { code: "9990", name: "Управління Казначейства у Вигаданому районі" };

function person(subject: string, name: string, belongsTo: string, role: string): RegisteredPerson {
  return { subject, name, email: `${subject}@example.com`, belongsTo, roles: [{ role, validFrom: "2020-01-01", certificates: [] }] };
}

export const lyceum = "99900016";
export const account = "UA608201720344399990000099001";
export const specialAccount = "UA098201720344299990000099002";
export const supplier = "99900039";

/** Subjects of the people below, by who they are. */
export const subjects = {
  accountant: "buh.licey99",
  secondAccountant: "buh2.licey99",
  manager: "ker.licey99",
  seal: "pechatka.licey99",
  officer: "vyk.vygadane",
  head: "ker.vygadane",
} as const;

/** Everything and everybody here is fictional; codes are of a range that nobody was given. Certificates are added by who issues them. */
export const registry: Registry = {
  offices: [office],
  units: [
    {
      code: lyceum,
      name: "Комунальний заклад «Вигаданий ліцей № 99»",
      accounts: [account, specialAccount],
      attributes: { budgetCode: "9999900000" },
      email: "licey99@example.com",
      office: office.code,
      locale: "uk",
    },
  ],
  people: [
    person(subjects.accountant, "Ольга Рахівна", lyceum, "unit.accountant"),
    person(subjects.secondAccountant, "Ганна Звітна", lyceum, "unit.accountant"),
    person(subjects.manager, "Іван Дзвінок", lyceum, "unit.manager"),
    person(subjects.seal, "Печатка ліцею № 99", lyceum, "unit.seal"),
    person(subjects.officer, "Петро Перевірний", office.code, "treasury.officer"),
    person(subjects.head, "Марія Підписна", office.code, "treasury.head"),
  ],
};

const general = { kpkvk: "0611021", fund: "general" };

/** What the treasury knows beside the registry. */
export const registryFacts: RegistryFacts = {
  [lyceum]: {
    financialCommitments: {
      "БФЗ-0011/1": { ...general, kekv: "2210", counterparty: supplier, left: 4_825_000 },
      "БФЗ-0012/1": { ...general, kekv: "2111", counterparty: "37993783", left: 1_234_567 },
      "БФЗ-0013/7": { kpkvk: "0611021", fund: "special", kekv: "2230", counterparty: "5442300118", left: 900_000 },
    },
    commitments: { "12-26": { left: 5_000_000 }, "13-26": { left: 100_000 } },
    supportingDocuments: ["SD-2026-0003", "SD-2026-0009"],
    specialFundReceipts: { [specialAccount]: 500_000 },
    restrictedAccounts: [],
    openQueues: ["first", "second"],
    instructionNumbers: ["16"],
    registerNumbers: ["БФЗ-0010"],
  },
};
