import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import approval from "@fisc/components/locales/vi/approval";
import type { Desk } from "@fisc/demo/walkthrough";
import { subjects } from "@fisc/profiles/vn/samples";
import { createTestPki } from "@fisc/signature/testing";
import type { Page, Route } from "playwright";
import { dossierPage, openSigning, pageOf, typePin, type DossierPage } from "../dossier-page.ts";
import type { Stage } from "../stage.ts";
import { readFromToken, replaceCertificate } from "../token-signer.ts";
import { bring, createDossier } from "../way.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Signatures that are made at the desk and that the treasury does not take: the signer reads why and what to do, and nothing is signed. */
export function refusedSignatureStories(stage: Stage): void {
  const tokenOf = (subject: string): { readonly label: string; readonly pin: string } => {
    const token = stage.demo.people.find((person) => person.subject === subject)?.token;
    if (!token) throw new Error(`${subject} has no token`);
    return token;
  };
  const signatures = async (id: string): Promise<number> =>
    (await (await stage.person(subjects.schoolPreparer)).api.dossier(id)).signatures.length;
  const registerFor = (subject: string, certificate: Uint8Array): Promise<void> =>
    stage.register(subject, (person) => ({
      ...person,
      roles: person.roles.map((role) => ({ ...role, certificates: [sha256(certificate)] })),
    }));
  /** The panel shows the text of a refusal, whole. */
  const reads = async ({ result }: DossierPage, code: string): Promise<void> => {
    const text = approval[`error.${code}`];
    assert.ok(text, code);
    await result.getByText(text).waitFor({ timeout: 30_000 });
  };
  /** What the page hands in goes through `change` first: a script that got into the page, or a thief on the way. */
  const alterSignature = async (page: Page, change: (manifest: string) => string): Promise<() => Promise<void>> => {
    const place = `${stage.demo.addresses.gateway}/dossiers/*/signatures`;
    const alter = async (route: Route): Promise<void> => {
      if (route.request().method() !== "POST") return route.continue();
      const body = route.request().postDataJSON() as Readonly<Record<string, string>>;
      const before = Buffer.from(body["manifest"] ?? "", "base64").toString();
      const manifest = change(before);
      assert.notEqual(manifest, before);
      return route.continue({ postData: JSON.stringify({ ...body, manifest: Buffer.from(manifest).toString("base64") }) });
    };
    await page.route(place, alter);
    return () => page.unroute(place, alter);
  };

  describe("signatures that the treasury does not take", () => {
    it("given a certificate of an authority that the treasury does not know, when its owner signs, then they read whose certificate it has to be", async () => {
      const token = tokenOf(subjects.schoolDeputy);
      const stranger = await createTestPki({ name: "Stranger", algorithm: "P-256", now: stage.demo.now() });
      const { certificate } = await stranger.issue({
        subject: { commonName: "Lê Minh Ví" },
        publicKey: await readFromToken(stage.demo, token, "pubkey"),
        keyUsage: ["nonRepudiation"],
      });
      const before = await readFromToken(stage.demo, token, "cert");
      await replaceCertificate(stage.demo, token, certificate);
      await registerFor(subjects.schoolDeputy, certificate);
      try {
        const dossier = await createDossier(stage);
        await bring(stage, dossier, "awaiting_ah_sign");
        const page = await dossierPage(await stage.desk(subjects.schoolDeputy), dossier.id);
        await typePin(await openSigning(page, "signAccountHolder"), token.pin);
        await reads(page, "signature.certificate-untrusted");
        assert.equal(await signatures(dossier.id), 1);
      } finally {
        await replaceCertificate(stage.demo, token, before);
        await stage.registerAll();
        await stage.leave(subjects.schoolDeputy);
      }
    });

    it("given the chief accountant's key registered for the account holder too, when it signs a second time, then they read that each office signs with its own", async () => {
      const key = tokenOf(subjects.schoolChiefAccountant);
      await registerFor(subjects.schoolAccountHolder, await readFromToken(stage.demo, key, "cert"));
      try {
        const dossier = await createDossier(stage);
        await bring(stage, dossier, "awaiting_ah_sign");
        const page = await dossierPage(await stage.desk(subjects.schoolAccountHolder), dossier.id);
        await typePin(await openSigning(page, "signAccountHolder"), key.pin);
        await reads(page, "signature.same-key");
        assert.equal(await signatures(dossier.id), 1);
      } finally {
        await stage.registerAll();
      }
    });

    it("given one digit that changes in what was signed, when it is handed in, then they read that it holds no longer, and the true one is taken", async () => {
      const dossier = await createDossier(stage);
      const page = await dossierPage(await stage.desk(subjects.schoolChiefAccountant), dossier.id);
      const { pin } = tokenOf(subjects.schoolChiefAccountant);
      const letGo = await alterSignature(page.desk.page, (manifest) =>
        manifest.replace(/("document":\{[^}]*"sha256":")([0-9a-f])/u, (_whole, before: string, digit: string) =>
          [before, digit === "0" ? "1" : "0"].join(""),
        ),
      );
      await typePin(await openSigning(page, "signChiefAccountant"), pin);
      await reads(page, "signature.data-changed");
      assert.equal(await signatures(dossier.id), 0);
      await letGo();
      await typePin(await openSigning(page, "signChiefAccountant"), pin);
      await page.result.and(page.panel.locator('[kind="success"]')).waitFor({ timeout: 30_000 });
      assert.equal(await signatures(dossier.id), 1);
    });

    it("given a copy of the portal at another address that passes everything on to the treasury, when somebody signs there, then the signature names that address and is refused", async () => {
      const dossier = await createDossier(stage);
      const desk = await stage.desk(subjects.schoolChiefAccountant);
      const { copy, close } = await openCopy(desk, dossier.id);
      try {
        const window = await openSigning(copy, "signChiefAccountant");
        await window.getByText(new URL(copy.desk.page.url()).host).first().waitFor();
        await typePin(window, tokenOf(subjects.schoolChiefAccountant).pin);
        await reads(copy, "signature.wrong-origin");
        assert.equal(await signatures(dossier.id), 0);
      } finally {
        await close();
      }
    });
  });
}

/** The portal's pages under another name, with somebody between them and the gateway who says that they are the portal. */
async function openCopy(desk: Desk, dossier: string): Promise<{ readonly copy: DossierPage; close(): Promise<void> }> {
  const { portal, gateway } = desk.demo.addresses;
  const elsewhere = portal.replace("127.0.0.1", "localhost");
  assert.notEqual(elsewhere, portal);
  const cookies = (await desk.context.cookies(gateway)).map(({ name, value }) => `${name}=${value}`).join("; ");
  const page = await desk.context.newPage();
  await page.route(`${gateway}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/events") return route.abort();
    const answer = await route.fetch({
      headers: { ...route.request().headers(), origin: portal, cookie: cookies, "sec-fetch-site": "same-site" },
    });
    return route.fulfill({
      response: answer,
      headers: { ...answer.headers(), "access-control-allow-origin": elsewhere, "access-control-allow-credentials": "true" },
    });
  });
  await page.goto(`${elsewhere}/dossier.html?id=${encodeURIComponent(dossier)}`);
  await page.locator("fisc-approval-panel fisc-dossier-view").waitFor();
  return { copy: pageOf({ ...desk, page }), close: () => page.close() };
}
