import type { RegisteredPerson, Registry, RegistryFacts } from "@fisc/core";

const office = { code: "9901", name: "Ойдан шығарылған ауданның қазынашылық басқармасы" };

function person(subject: string, name: string, belongsTo: string, role: string): RegisteredPerson {
  return { subject, name, email: `${subject}@example.com`, belongsTo, roles: [{ role, validFrom: "2020-01-01", certificates: [] }] };
}

export const school = "9990001";
export const schoolBin = "490140000012";
export const supplierBin = "490140000022";
export const cashAccount = "KZ21070103KSN9900001";

/** Subjects of the people below, by who they are. */
export const subjects = {
  executor: "oryn.mektep99",
  head: "basshy.mektep99",
  chiefAccountant: "buh.mektep99",
  officer: "maman.kaz99",
  treasuryHead: "basshy.kaz99",
} as const;

/** Everything and everybody here is fictional; numbers are of a year that nobody was born or founded in. Certificates are added by who issues them. */
export const registry: Registry = {
  offices: [office],
  units: [
    {
      code: school,
      name: "ММ «Ойдан шығарылған мектеп № 99»",
      accounts: [cashAccount],
      attributes: { bin: schoolBin, kato: "990000000" },
      email: "mektep99@example.com",
      office: office.code,
      locale: "kk",
    },
  ],
  people: [
    person(subjects.executor, "Айгүл Жобаева", school, "unit.executor"),
    person(subjects.head, "Болат Басшыев", school, "unit.head"),
    person(subjects.chiefAccountant, "Динара Есепова", school, "unit.chiefAccountant"),
    person(subjects.officer, "Ерлан Тексеров", office.code, "treasury.officer"),
    person(subjects.treasuryHead, "Жанар Бекітова", office.code, "treasury.head"),
  ],
};

/** What the treasury knows beside the registry. */
export const registryFacts: RegistryFacts = {
  [school]: { deals: { "GPS-2026-0041": { bin: supplierBin, left: 125_000_000 } }, invoiceNumbers: ["100"] },
};
