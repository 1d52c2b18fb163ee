import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Dossier, JsonObject, Profile, Registry, RegistryFacts, SignOutput } from "@fisc/core";
import { createTreasuryApi } from "@fisc/core/api";
import type { TreasuryApi } from "@fisc/core/api";
import { createTestPki } from "@fisc/signature/testing";
import type { IssuedWithKey, TestPki } from "@fisc/signature/testing";
import { importRegistry, migrate, startGateway } from "../index.ts";
import type { Gateway, GatewayConfig } from "../index.ts";
import { signOffer } from "./carrier.ts";
import type { SignedOffer } from "./carrier.ts";
import { createContractCheck } from "./contract-check.ts";
import { contractDocument } from "../http/contract-document.ts";
import { equip, fingerprint } from "./people.ts";
import type { Carriers } from "./people.ts";
import { startTestSession } from "./sessions.ts";

export const portal = "http://portal.example";

/** Somebody who is signed in, with a browser and a key in hand. */
export interface TestPerson {
  readonly subject: string;
  readonly api: TreasuryApi;
  readonly cookie: string;
  /** With cookie and origin; answers are held against the contract. */
  readonly fetch: typeof fetch;
  /** A finished upload; gives its id. */
  upload(file: Uint8Array<ArrayBuffer>, name?: string): Promise<{ readonly upload: string; readonly sha256: string }>;
  offer(dossier: string, action: string): Promise<SignedOffer>;
  /** With this person's key, unless another is given; `from`: a portal by another name. */
  sign(offer: SignedOffer, carrier?: IssuedWithKey, from?: { readonly origin: string; readonly topOrigin?: string }): Promise<SignOutput>;
  /** The whole of it: offer, signature, hand-in. */
  signAction(dossier: string, action: string): Promise<Dossier>;
  act(
    dossier: string,
    action: string,
    body?: { readonly reason?: string; readonly input?: JsonObject; readonly fixes?: Dossier["fixes"] },
  ): Promise<Dossier>;
}

export interface TestTreasury {
  readonly gateway: Gateway;
  readonly config: GatewayConfig;
  readonly clock: { now(): Date; at: Date };
  readonly pki: TestPki;
  readonly carriers: Carriers;
  person(subject: string): Promise<TestPerson>;
  /** Registers further certificates for all roles of a person. */
  register(subject: string, ...certificates: readonly IssuedWithKey[]): Promise<void>;
  close(): Promise<void>;
}

export interface TestTreasuryOptions {
  readonly databaseUrl: string;
  readonly profile: Profile;
  readonly registry: Registry;
  readonly facts?: RegistryFacts;
  readonly now: Date;
  readonly gateway?: Partial<GatewayConfig>;
}

/** A gateway with a register, keys for all who sign, and people to act. Time stands still until the test moves it. */
export async function startTestTreasury({
  databaseUrl,
  profile,
  registry,
  facts = {},
  now,
  gateway: further = {},
}: TestTreasuryOptions): Promise<TestTreasury> {
  const folder = await mkdtemp(join(tmpdir(), "fisc-store-"));
  const clock = { at: now, now: () => clock.at };
  const pki = await createTestPki({ name: "Test", algorithm: "P-256", now });
  const signs = new Set(profile.roles.filter((role) => role.signs).map(({ id }) => id));
  const equipped = await equip(registry, pki, (role) => signs.has(role));
  await migrate(databaseUrl);
  await importRegistry(databaseUrl, equipped.registry, facts);
  const config: GatewayConfig = {
    databaseUrl,
    port: 0,
    portalOrigins: [portal],
    profile,
    store: folder,
    trustAnchors: [pki.root.certificate],
    revocationLists: await pki.crls(),
    clock,
    log: "errors",
    ...further,
  };
  const gateway = await startGateway(config);
  let registered = equipped.registry;
  const check = createContractCheck((await contractDocument()) as Parameters<typeof createContractCheck>[0]);
  return {
    gateway,
    config,
    clock,
    pki,
    carriers: equipped.carriers,
    person: (subject) => signIn({ subject, gateway, databaseUrl, clock, check, carrier: equipped.carriers.get(subject) }),
    register: async (subject, ...certificates) => {
      const more = certificates.map(({ certificate }) => fingerprint(certificate));
      const people = registered.people.map((person) =>
        person.subject === subject
          ? { ...person, roles: person.roles.map((role) => ({ ...role, certificates: [...role.certificates, ...more] })) }
          : person,
      );
      registered = { ...registered, people };
      await importRegistry(databaseUrl, registered, facts);
    },
    close: async () => {
      await gateway.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export interface SignInOptions {
  readonly subject: string;
  readonly gateway: Pick<Gateway, "url">;
  readonly databaseUrl: string;
  readonly clock: { now(): Date };
  readonly check?: ReturnType<typeof createContractCheck>;
  readonly carrier?: IssuedWithKey | undefined;
}

export async function signIn({ subject, gateway, databaseUrl, clock, check, carrier }: SignInOptions): Promise<TestPerson> {
  const token = await startTestSession(databaseUrl, subject, clock);
  const cookie = `fisc_session=${token}`;
  const browser: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    request.headers.set("cookie", cookie);
    if (!request.headers.has("origin")) request.headers.set("origin", portal);
    const response = await fetch(request);
    const type = response.headers.get("content-type") ?? "";
    if (check !== undefined && !type.includes("event-stream")) {
      check(request.method, request.url, response.status, type, type.includes("json") ? await response.clone().text() : "");
    }
    return response;
  };
  const api = createTreasuryApi({ baseUrl: gateway.url, fetch: browser });
  const person: TestPerson = {
    subject,
    api,
    cookie,
    fetch: browser,
    upload: (file, name = "document.pdf") => uploadFile(browser, api.uploadsUrl, file, name),
    offer: (dossier, action) => api.signingRequest(dossier, action, "en"),
    sign: (offer, other, from = { origin: portal }) => {
      const key = other ?? carrier;
      if (key === undefined) throw new Error(`${subject} has no key`);
      return signOffer(offer, key, { ...from, at: clock.now() });
    },
    signAction: async (dossier, action) =>
      api.addSignature(dossier, await person.sign(await person.offer(dossier, action)), { key: randomUUID() }),
    act: (dossier, action, body = {}) => api.act(dossier, action, body, { key: randomUUID() }),
  };
  return person;
}

/** A small real PDF; `text` makes it another file. */
export function pdf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(`%PDF-1.4\n% ${text}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`));
}

export function metadata(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString("base64")}`)
    .join(",");
}

async function uploadFile(
  browser: typeof fetch,
  url: string,
  file: Uint8Array<ArrayBuffer>,
  name: string,
): Promise<{ readonly upload: string; readonly sha256: string }> {
  const sha256 = createHash("sha256").update(file).digest("hex");
  const begun = await browser(url, {
    method: "POST",
    headers: {
      "tus-resumable": "1.0.0",
      "upload-length": String(file.length),
      "upload-metadata": metadata({ filename: name, filetype: "application/pdf", sha256 }),
    },
  });
  const location = begun.headers.get("location");
  if (begun.status !== 201 || location === null) throw new Error(`upload: ${begun.status} ${await begun.text()}`);
  const sent = await browser(location, {
    method: "PATCH",
    headers: { "tus-resumable": "1.0.0", "upload-offset": "0", "content-type": "application/offset+octet-stream" },
    body: file,
  });
  if (sent.status !== 204) throw new Error(`upload: ${sent.status} ${await sent.text()}`);
  return { upload: location.split("/").at(-1) ?? "", sha256 };
}
