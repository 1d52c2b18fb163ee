import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Registry } from "@fisc/core";
import { createDemoAuthority } from "./authority.ts";
import type { DemoPerson } from "./index.ts";
import { makeToken, openTokenStore, removeToken, type KeyType, type TokenStore } from "./token.ts";

export interface PreparedPeople {
  readonly people: readonly DemoPerson[];
  /** The registry with the certificates that were issued. */
  readonly registry: Registry;
  readonly tokens: TokenStore;
  /** PEM of the certificates that signatures chain to: root and issuing authority of the demo. */
  readonly trustFile: string;
  /** PEM of their revocation lists. */
  readonly revocationFile: string;
}

/**
 * A token and a certificate for everyone whose role has a carrier. Made at the first start and kept. The authority's keys are never written down,
 * so nothing that lies in the demo's folder can issue another certificate; people who join later get theirs from a further authority.
 */
export async function preparePeople(options: {
  readonly directory: string;
  readonly registry: Registry;
  /** When certificates that are missing are made. */
  readonly now: Date;
  /** Roles whose holders have a carrier. */
  readonly signs: (role: string) => boolean;
}): Promise<PreparedPeople> {
  await mkdir(options.directory, { recursive: true, mode: 0o700 });
  const tokens = await openTokenStore(options.directory);
  const trustFile = join(options.directory, "trust.pem");
  const revocationFile = join(options.directory, "revoked.pem");
  const certificatesFile = join(options.directory, "certificates.json");
  const signers = options.registry.people.filter((person) => person.roles.some((role) => options.signs(role.role)));
  const certificates = await readCertificates(certificatesFile);
  const missing = signers.filter((person) => !existsSync(trustFile) || certificates[person.subject] === undefined);
  if (missing.length > 0) {
    const authority = await createDemoAuthority(options.now);
    await appendFile(trustFile, authority.trust);
    await appendFile(revocationFile, authority.revocationLists);
    // The names of the state's offices and units go into the certificate, as in real ones.
    const names = new Map([...options.registry.units, ...options.registry.offices].map((place) => [place.code, place.name]));
    for (const person of missing) await removeToken(tokens, labelOf(person.subject));
    await Promise.all(
      missing.map(async (person, index) => {
        const access = {
          label: labelOf(person.subject),
          pin: pinOf(person.subject),
          keyType: keyTypes[index % keyTypes.length] ?? "rsa:2048",
        };
        const certificate = await makeToken(tokens, access, (publicKey) =>
          authority.issue({ name: person.name, organization: names.get(person.belongsTo) ?? person.belongsTo, publicKey }),
        );
        certificates[person.subject] = createHash("sha256").update(certificate).digest("hex");
      }),
    );
    await writeFile(certificatesFile, JSON.stringify(certificates, null, 2));
  }
  const people = options.registry.people.map((person): DemoPerson => {
    const certificate = certificates[person.subject];
    const roles = person.roles.map((role) =>
      certificate !== undefined && options.signs(role.role) ? { ...role, certificates: [certificate] } : role,
    );
    return certificate === undefined
      ? { ...person, roles }
      : { ...person, roles, token: { label: labelOf(person.subject), pin: pinOf(person.subject) } };
  });
  const registered = people.map(({ token: _token, ...person }) => person);
  return { people, registry: { ...options.registry, people: registered }, tokens, trustFile, revocationFile };
}

/** Both kinds of key that real carriers hold. */
const keyTypes: readonly KeyType[] = ["rsa:2048", "EC:prime256v1"];

/** PKCS#11 labels are 32 bytes of ASCII. */
function labelOf(subject: string): string {
  return subject.replace(/[^A-Za-z0-9-]/g, "-").slice(0, 32);
}

/** Six digits, the same at every start. The demo prints them: they protect nothing. */
function pinOf(subject: string): string {
  return String(100_000 + (createHash("sha256").update(subject).digest().readUInt32BE() % 900_000));
}

async function readCertificates(file: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Record<string, string>;
  } catch {
    return {};
  }
}
