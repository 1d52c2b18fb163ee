import { createHash, randomUUID } from "node:crypto";
import type { Dossier, JsonObject } from "@fisc/core";
import { createTreasuryApi, type ActionBody, type DossierContent, type TreasuryApi } from "@fisc/core/api";
import type { Addresses } from "@fisc/demo/addresses";
import type { Demo } from "@fisc/demo/start";
import { request } from "playwright";
import { signWithToken } from "./token-signer.ts";

/** Somebody who is signed in at the gateway without a browser. */
export interface Client {
  readonly api: TreasuryApi;
  create(
    data: JsonObject,
    papers: Readonly<Record<string, readonly { readonly name: string; readonly buffer: Buffer }[]>>,
  ): Promise<Dossier>;
}

/** … with their token in hand. */
export interface Person extends Client {
  readonly subject: string;
  act(dossier: string, action: string, body?: ActionBody): Promise<Dossier>;
  sign(dossier: string, action: string): Promise<Dossier>;
}

export async function personOf(demo: Demo, subject: string): Promise<Person> {
  const client = await clientOf(demo.addresses, subject);
  const { api } = client;
  const token = demo.people.find((person) => person.subject === subject)?.token;
  return {
    ...client,
    subject,
    act: (dossier, action, body = {}) => api.act(dossier, action, body, { key: randomUUID() }),
    async sign(dossier, action) {
      if (!token) throw new Error(`${subject} has no token`);
      return api.addSignature(dossier, await signWithToken(demo, token, await api.signingRequest(dossier, action, "vi")), {
        key: randomUUID(),
      });
    },
  };
}

/** Signs in through the real issuer, by its form. */
export async function clientOf(addresses: Addresses, subject: string): Promise<Client> {
  const cookie = await sessionCookie(addresses, subject);
  const browser: typeof fetch = (input, init) => {
    const call = new Request(input, init);
    call.headers.set("cookie", cookie);
    call.headers.set("origin", addresses.portal);
    return fetch(call);
  };
  const api = createTreasuryApi({ baseUrl: addresses.gateway, fetch: browser });
  return {
    api,
    async create(data, papers) {
      const attachments: DossierContent["attachments"][number][] = [];
      for (const [slot, files] of Object.entries(papers)) {
        for (const { name, buffer } of files) attachments.push({ slot, name, ...(await upload(browser, api.uploadsUrl, name, buffer)) });
      }
      return api.createDossier({ procedure: "vn.payment.regular", data, attachments }, { key: randomUUID() });
    },
  };
}

async function sessionCookie({ portal, gateway }: Addresses, subject: string): Promise<string> {
  const visitor = await request.newContext();
  try {
    const page = await visitor.get(`${gateway}/session/sign-in?return_to=${encodeURIComponent(`${portal}/index.html`)}`);
    const back = await visitor.post(page.url(), { form: { person: subject } });
    if (!back.url().startsWith(portal)) throw new Error(`the sign-in of ${subject} ended at ${back.url()}`);
    const { cookies } = await visitor.storageState();
    return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  } finally {
    await visitor.dispose();
  }
}

/** tus 1.0.0, in one piece. */
async function upload(
  browser: typeof fetch,
  endpoint: string,
  name: string,
  bytes: Buffer,
): Promise<{ readonly upload: string; readonly sha256: string }> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const metadata = Object.entries({ filename: name, filetype: "application/pdf", sha256 }).map(
    ([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`,
  );
  const begun = await browser(endpoint, {
    method: "POST",
    headers: { "tus-resumable": "1.0.0", "upload-length": String(bytes.length), "upload-metadata": metadata.join(",") },
  });
  const location = begun.headers.get("location");
  if (!location) throw new Error(`upload: ${begun.status} ${await begun.text()}`);
  const sent = await browser(location, {
    method: "PATCH",
    headers: { "tus-resumable": "1.0.0", "upload-offset": "0", "content-type": "application/offset+octet-stream" },
    body: Uint8Array.from(bytes),
  });
  if (sent.status !== 204) throw new Error(`upload: ${sent.status} ${await sent.text()}`);
  return { upload: location.split("/").at(-1) ?? "", sha256 };
}
