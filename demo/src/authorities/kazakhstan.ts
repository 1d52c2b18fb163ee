import { GOST3410 } from "@fisc/signature/gost3410";
import type { NationalFacts } from "./national-authorities.ts";

/** GOST 34.10-2015, 512 bits: what the national authority issues since 2022. */
const CURVE = "1.2.398.3.10.1.1.2.2.1";
/** Who the holder is for the organisation. */
const ROLE = {
  organisation: "1.2.398.3.3.4.1.2",
  firstHead: "1.2.398.3.3.4.1.2.1",
  financialRight: "1.2.398.3.3.4.1.2.3",
  informationSystem: "1.2.398.3.3.4.1.2.6",
} as const;
/** Participant of the digital system «Treasury-Client». */
const TREASURY_CLIENT = "1.2.398.5.19.1.2.2.1";

const organization = "«№ 7 мектеп» КММ (ойдан шығарылған)";
const unit = "BIN000140001234";

/** First and second signature of an institution, and the system that closes as its seal. Everybody in it is fictional. */
export const kazakhstanFacts: NationalFacts<"head" | "chiefAccountant" | "seal"> = {
  name: "Fisc KZ (fictional)",
  algorithms: GOST3410,
  keys: { parameters: { name: "GOST3410-2015-512", namedCurve: CURVE }, algorithm: "GOST3410-2015-512" },
  holders: {
    head: {
      subject: { commonName: "АХМЕТОВ ЕРЛАН", organization, organizationalUnit: unit, serialNumber: "IIN490101500011", country: "KZ" },
      keyUsage: ["digitalSignature", "nonRepudiation"],
      extendedKeyUsage: [ROLE.organisation, ROLE.firstHead, TREASURY_CLIENT],
    },
    chiefAccountant: {
      subject: { commonName: "САПАРОВА АЙГҮЛ", organization, organizationalUnit: unit, serialNumber: "IIN490202600027", country: "KZ" },
      keyUsage: ["digitalSignature", "nonRepudiation"],
      extendedKeyUsage: [ROLE.organisation, ROLE.financialRight, TREASURY_CLIENT],
    },
    seal: {
      subject: { commonName: organization, organization, organizationalUnit: unit, country: "KZ" },
      keyUsage: ["digitalSignature", "nonRepudiation"],
      extendedKeyUsage: [ROLE.organisation, ROLE.informationSystem],
    },
  },
};
