import { createHash } from "node:crypto";
import type { Registry } from "@fisc/core";
import type { IssuedWithKey, TestPki } from "@fisc/signature/testing";

/** Certificates by OpenID subject. */
export type Carriers = ReadonlyMap<string, IssuedWithKey>;

export function fingerprint(certificate: Uint8Array): string {
  return createHash("sha256").update(certificate).digest("hex");
}

/** A key and a certificate for everybody whose role signs, registered for all roles of that person. */
export async function equip(
  registry: Registry,
  pki: TestPki,
  signs: (role: string) => boolean,
): Promise<{ readonly registry: Registry; readonly carriers: Carriers }> {
  const carriers = new Map<string, IssuedWithKey>();
  const people = [];
  for (const person of registry.people) {
    if (!person.roles.some(({ role }) => signs(role))) {
      people.push(person);
      continue;
    }
    const carrier = await pki.issue({ subject: { commonName: person.name, organization: person.belongsTo } });
    carriers.set(person.subject, carrier);
    people.push({
      ...person,
      roles: person.roles.map((role) => (signs(role.role) ? { ...role, certificates: [fingerprint(carrier.certificate)] } : role)),
    });
  }
  return { registry: { ...registry, people }, carriers };
}
