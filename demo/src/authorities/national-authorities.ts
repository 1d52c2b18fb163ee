import { STANDARD_ALGORITHMS, type AlgorithmPackage, type AlgorithmRegistry } from "@fisc/signature";
import {
  createTestOcspResponder,
  createTestPki,
  createTestTimestampAuthority,
  serviceExtensions,
  type IssuedWithKey,
  type IssueInput,
  type TestKeyFacts,
  type TestOcspResponder,
  type TestPki,
  type TestTimestampAuthority,
} from "@fisc/signature/testing";
import { withNationalAlgorithms } from "@fisc/signature/webcrypto";

/** What a country's authorities do differently. */
export interface NationalFacts<Holder extends string> {
  /** Goes into names. Says that it is fictional. */
  readonly name: string;
  readonly algorithms: AlgorithmPackage;
  readonly keys: TestKeyFacts;
  /** Certificates that a job needs, by who holds them: subject, usage, purposes. */
  readonly holders: Readonly<Record<Holder, Pick<IssueInput, "subject" | "keyUsage" | "extendedKeyUsage" | "furtherExtensions">>>;
}

/** Root, issuing CA, timestamps, OCSP and the certificates of a job, over national algorithms. Made by our own code; its keys exist only while this object does. */
export interface NationalAuthorities<Holder extends string> {
  readonly crypto: Crypto;
  readonly registry: AlgorithmRegistry;
  readonly pki: TestPki;
  readonly timestamps: TestTimestampAuthority;
  readonly responder: TestOcspResponder;
  readonly holders: Readonly<Record<Holder, IssuedWithKey>>;
}

/** Paths of the services below their address. */
export const servicePaths = { ocsp: "/ocsp", timestamps: "/tsp", lists: "/crl", rootLists: "/root.crl" } as const;

/** `services`: where they will answer (`authorityServices`), as the certificates say it. */
export async function openNationalAuthorities<Holder extends string>(
  facts: NationalFacts<Holder>,
  { now, services }: { readonly now: Date; readonly services: string },
): Promise<NationalAuthorities<Holder>> {
  const crypto = withNationalAlgorithms();
  const registry = STANDARD_ALGORITHMS.with(facts.algorithms);
  const option = { crypto, registry };
  const pki = await createTestPki({
    ...option,
    name: facts.name,
    algorithm: facts.keys,
    now,
    issuingExtensions: serviceExtensions({ lists: [services + servicePaths.rootLists] }),
  });
  const responder = await createTestOcspResponder(pki, option);
  const addresses = serviceExtensions({ ocsp: services + servicePaths.ocsp, lists: [services + servicePaths.lists] });
  const timestamps = await createTestTimestampAuthority(pki, { ...option, furtherExtensions: addresses });
  responder.know(timestamps.certificate);
  const holders: Partial<Record<Holder, IssuedWithKey>> = {};
  for (const [holder, input] of Object.entries(facts.holders) as [Holder, NationalFacts<Holder>["holders"][Holder]][]) {
    const issued = await pki.issue({ ...input, furtherExtensions: [...addresses, ...(input.furtherExtensions ?? [])] });
    responder.know(issued);
    holders[holder] = issued;
  }
  return { ...option, pki, timestamps, responder, holders: holders as Record<Holder, IssuedWithKey> };
}
