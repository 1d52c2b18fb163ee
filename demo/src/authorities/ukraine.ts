import { DSTU4145, writeDstu4145OctetString } from "@fisc/signature/dstu4145";
import type { NationalFacts } from "./national-authorities.ts";

/** DSTU 4145-2002, polynomial basis, m = 257, over GOST 34.311: what accredited providers issue. */
const M257 = "1.2.804.2.1.1.1.1.3.1.1.2.6";
/** Purpose of an electronic seal (requirements of order 1236/5/453 to the formats of certificates). */
const SEAL = "1.2.804.2.1.1.1.3.9";

const organization = "Ліцей № 7 (вигаданий)";

/** Accountant and manager sign, the seal closes. Everybody in it is fictional. */
export const ukraineFacts: NationalFacts<"accountant" | "manager" | "seal"> = {
  name: "Fisc UA (fictional)",
  algorithms: DSTU4145,
  keys: {
    parameters: { name: "DSTU4145-GOST34311", namedCurve: M257 },
    algorithm: "DSTU4145-GOST34311",
    inCertificate: writeDstu4145OctetString,
  },
  holders: {
    accountant: { subject: { commonName: "Коваленко Олена Іванівна", organization, country: "UA", serialNumber: "TINUA-2345678901" } },
    manager: { subject: { commonName: "Шевчук Андрій Петрович", organization, country: "UA", serialNumber: "TINUA-3012345678" } },
    seal: {
      subject: { commonName: organization, organization, country: "UA", organizationIdentifier: "NTRUA-00012345" },
      extendedKeyUsage: [SEAL],
    },
  },
};
