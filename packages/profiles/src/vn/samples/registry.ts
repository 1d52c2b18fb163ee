import type { RegisteredPerson, Registry, RegistryFacts } from "@fisc/core";

const office = { code: "9901", name: "KBNN khu vực XXI (hư cấu) - PGD số 99" };
const inForceFrom = "2020-01-01";

function person(subject: string, name: string, belongsTo: string, role: string): RegisteredPerson {
  return { subject, name, email: `${subject}@example.com`, belongsTo, roles: [{ role, validFrom: inForceFrom, certificates: [] }] };
}

const commune = { maCapNS: "4", maKBNN: office.code, maDiaBan: "99901", maChuong: "822" };

/** Subjects of the people below, by who they are. */
export const subjects = {
  schoolPreparer: "lap.songxanh",
  schoolChiefAccountant: "ktt.songxanh",
  schoolAccountHolder: "ctk.songxanh",
  schoolDeputy: "ctk2.songxanh",
  centrePreparer: "lap.doithong",
  centreChiefAccountant: "ktt.doithong",
  centreAccountHolder: "ctk.doithong",
  projectsPreparer: "lap.binhhai",
  projectsChiefAccountant: "ktt.binhhai",
  projectsAccountHolder: "ctk.binhhai",
  teller: "gdv1.pgd99",
  secondTeller: "gdv2.pgd99",
  head: "truongphong.pgd99",
  director: "giamdoc.pgd99",
} as const;

const school = "1999901";
const centre = "1999902";
const projects = "3999903";

/** Everything and everybody here is fictional. Certificates are added by who issues them. */
export const registry: Registry = {
  offices: [office],
  units: [
    {
      code: school,
      name: "Trường THCS Sông Xanh",
      accounts: ["9523.4.1999901.00000", "9527.4.1999901.00000"],
      attributes: commune,
      email: "songxanh@example.com",
      office: office.code,
      locale: "vi",
    },
    {
      code: centre,
      name: "Trung tâm Văn hóa phường Đồi Thông",
      accounts: ["9523.4.1999902.00000", "9527.4.1999902.00000"],
      attributes: commune,
      email: "doithong@example.com",
      office: office.code,
      locale: "vi",
    },
    {
      code: projects,
      name: "Ban QLDA xã Bình Hải",
      accounts: ["9552.4.7999904.00000"],
      attributes: { ...commune, maDuAn: "7999904" },
      email: "binhhai@example.com",
      office: office.code,
      locale: "vi",
    },
  ],
  people: [
    person(subjects.schoolPreparer, "Phạm Thị Nháp", school, "unit.preparer"),
    person(subjects.schoolChiefAccountant, "Trần Thị Mẫu", school, "unit.chiefAccountant"),
    person(subjects.schoolAccountHolder, "Nguyễn Văn Thử", school, "unit.accountHolder"),
    person(subjects.schoolDeputy, "Lê Minh Ví", school, "unit.accountHolder"),
    person(subjects.centrePreparer, "Đỗ Thị Thảo", centre, "unit.preparer"),
    person(subjects.centreChiefAccountant, "Vũ Văn Sổ", centre, "unit.chiefAccountant"),
    person(subjects.centreAccountHolder, "Ngô Thị Đồi", centre, "unit.accountHolder"),
    person(subjects.projectsPreparer, "Mai Văn Nền", projects, "unit.preparer"),
    person(subjects.projectsChiefAccountant, "Lý Thị Móng", projects, "unit.chiefAccountant"),
    person(subjects.projectsAccountHolder, "Trịnh Văn Cầu", projects, "unit.accountHolder"),
    person(subjects.teller, "Võ Thị Giao", office.code, "treasury.teller"),
    person(subjects.secondTeller, "Đinh Văn Dịch", office.code, "treasury.teller"),
    person(subjects.head, "Hoàng Văn Kiểm", office.code, "treasury.deptHead"),
    person(subjects.director, "Bùi Thị Duyệt", office.code, "treasury.director"),
  ],
};

/** What the treasury knows beside the registry: paid by contract, years whose estimate it holds, balances, numbers seen. */
export const registryFacts: RegistryFacts = {
  [school]: {
    contractPaid: { "05/2025/HĐMB": 12_000_000 },
    estimateYears: [2025],
    balances: { "9523.4.1999901.00000": 450_000_000 },
    voucherNumbers: ["RDT-0001/2025"],
  },
  [centre]: { contractPaid: {}, estimateYears: [2025, 2026], voucherNumbers: [] },
  [projects]: { contractPaid: {}, estimateYears: [2026], voucherNumbers: [] },
};

/** @throws RangeError for a code that is none */
export function sampleUnit(code: string): Registry["units"][number] {
  const found = registry.units.find((one) => one.code === code);
  if (!found) throw new RangeError(code);
  return found;
}
