import assert from "node:assert/strict";
import { cp, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { describe, it } from "node:test";
import type { Demo } from "@fisc/demo/start";
import { openPerson, signIn, type Desk } from "@fisc/demo/walkthrough";
import { subjects } from "@fisc/profiles/vn/samples";
import { createTestPki } from "@fisc/signature/testing";
import { cancel, dossierPage, openSigning, typePin } from "../dossier-page.ts";
import { label, type Stage } from "../stage.ts";
import { readFromToken, replaceCertificate } from "../token-signer.ts";
import { bring, createDossier } from "../way.ts";

/** Signing in the real portal, with what can go wrong at the desk. */
export function signingStories(stage: Stage): void {
  const tokenOf = (subject: string): { readonly label: string; readonly pin: string } => {
    const token = stage.demo.people.find((person) => person.subject === subject)?.token;
    if (!token) throw new Error(`${subject} has no token`);
    return token;
  };
  const signatures = async (id: string): Promise<number> =>
    (await (await stage.person(subjects.schoolPreparer)).api.dossier(id)).signatures.length;

  describe("signing at the desk", () => {
    it("given a wrong PIN, when it is typed, then nothing is signed, the tries are spoken of, the field is empty, and the right PIN signs once", async () => {
      const dossier = await createDossier(stage);
      const page = await dossierPage(await stage.desk(subjects.schoolChiefAccountant), dossier.id);
      const window = await openSigning(page, "signChiefAccountant");
      await typePin(window, "000000");
      await window.getByText("Sai mã PIN. Chưa ký gì cả. Hãy nhập lại.").waitFor();
      await window
        .getByText(/lần thử|phần lớn bị khóa sau/)
        .first()
        .waitFor();
      assert.equal(await window.locator("#pin").inputValue(), "");
      assert.equal(await signatures(dossier.id), 0);
      await typePin(window, tokenOf(subjects.schoolChiefAccountant).pin);
      await page.result.and(page.panel.locator('[kind="success"]')).waitFor({ timeout: 30_000 });
      assert.equal(await signatures(dossier.id), 1);
    });

    it("given a token that is pulled out while the PIN is typed, when it is sent, then the window says so, nothing is signed, and plugged in again it signs", async () => {
      const dossier = await createDossier(stage);
      const desk = await deskWithOwnReader(stage, subjects.schoolChiefAccountant);
      try {
        const page = await dossierPage(desk, dossier.id);
        const window = await openSigning(page, "signChiefAccountant");
        const token = tokenOf(subjects.schoolChiefAccountant);
        await window.locator("#pin").fill(token.pin);
        await window.locator("#sign:enabled").waitFor();
        const putBack = await pullOut(desk.demo, token.label);
        await window.locator("#sign").click();
        await window.getByText("Thiết bị ký số đã bị rút ra. Chưa ký gì cả. Hãy cắm lại thiết bị.").first().waitFor();
        await cancel(window);
        await page.result.getByText("Thiết bị ký số bị rút ra khi đang ký; chưa có chữ ký nào được gửi.").waitFor();
        assert.equal(await signatures(dossier.id), 0);
        await putBack();
        // SoftHSM2 notices a token that is back only when it is loaded anew, which each window does.
        await typePin(await openSigning(page, "signChiefAccountant"), token.pin);
        await page.result.and(page.panel.locator('[kind="success"]')).waitFor({ timeout: 30_000 });
        assert.equal(await signatures(dossier.id), 1);
      } finally {
        await desk.close();
      }
    });

    it("given a certificate that the treasury has no longer on record, when the window opens, then it says so before any PIN", async () => {
      const dossier = await createDossier(stage);
      await stage.register(subjects.schoolChiefAccountant, (person) => ({
        ...person,
        roles: person.roles.map((role) => ({ ...role, certificates: [] })),
      }));
      try {
        const page = await dossierPage(await stage.desk(subjects.schoolChiefAccountant), dossier.id);
        const window = await openSigning(page, "signChiefAccountant");
        await window
          .getByText(/chưa đăng ký cho bạn ở vai trò này/)
          .first()
          .waitFor();
        assert.equal(await window.locator("#pin").count(), 0, "no PIN is asked for a key that cannot sign");
        await cancel(window);
        await page.result.getByText(/chưa được đăng ký tại kho bạc cho bạn ở vai trò này/).waitFor();
        assert.equal(await signatures(dossier.id), 0);
      } finally {
        await stage.registerAll();
      }
    });

    it("given a certificate that has expired, when the window opens, then it says so before any PIN", async () => {
      const token = tokenOf(subjects.schoolDeputy);
      const pki = await createTestPki({ name: "Expired", algorithm: "P-256", now: new Date(Date.now() - 40 * 86_400_000) });
      const publicKey = await readFromToken(stage.demo, token, "pubkey");
      const { certificate } = await pki.issue({
        subject: { commonName: "Lê Minh Ví" },
        publicKey,
        keyUsage: ["nonRepudiation"],
        notAfter: new Date(Date.now() - 86_400_000),
      });
      const before = await readFromToken(stage.demo, token, "cert");
      await replaceCertificate(stage.demo, token, certificate);
      const sha256 = createHash("sha256").update(certificate).digest("hex");
      await stage.register(subjects.schoolDeputy, (person) => ({
        ...person,
        roles: person.roles.map((role) => ({ ...role, certificates: [sha256] })),
      }));
      try {
        const dossier = await createDossier(stage);
        await bring(stage, dossier, "awaiting_ah_sign");
        const page = await dossierPage(await stage.desk(subjects.schoolDeputy), dossier.id);
        const window = await openSigning(page, "signAccountHolder");
        await window
          .getByText(/đã hết hạn hoặc chưa có hiệu lực. Hãy gia hạn/)
          .first()
          .waitFor();
        assert.equal(await window.locator("#pin").count(), 0);
        await cancel(window);
        await page.result.getByText("Chứng thư số đã hết hạn.").waitFor();
        assert.equal(await signatures(dossier.id), 1);
      } finally {
        await replaceCertificate(stage.demo, token, before);
        await stage.registerAll();
        await stage.leave(subjects.schoolDeputy);
      }
    });

    it("given a voucher that the chief accountant has not signed, when the account holder opens it, then there is nothing to sign and it says whose turn it is", async () => {
      const dossier = await createDossier(stage);
      const page = await dossierPage(await stage.desk(subjects.schoolAccountHolder), dossier.id);
      await page.panel.getByText("Bạn chưa phải làm gì với hồ sơ này").waitFor();
      await page.panel.getByText(`Đang ở: ${label("role.unit.chiefAccountant")}`).waitFor();
      assert.equal(await page.panel.locator("button[data-action]").count(), 0);
      const holder = await stage.person(subjects.schoolAccountHolder);
      await assert.rejects(holder.sign(dossier.id, "signAccountHolder"), { code: "signature.order" });
      // The page that is open learns of the turn by itself.
      await bring(stage, dossier, "awaiting_ah_sign");
      await page.action("signAccountHolder").waitFor();
    });
  });
}

/** A person at a computer with a reader of its own: only their token is in it, not those of the whole demo. */
async function deskWithOwnReader(stage: Stage, subject: string): Promise<Desk> {
  const { demo } = stage;
  const person = demo.people.find((candidate) => candidate.subject === subject);
  if (!person?.token) throw new Error(`${subject} has no token`);
  const reader = join(demo.data, `reader-${subject}`);
  const folder = await folderOf(demo, person.token.label);
  await cp(folder, join(reader, "softhsm", basename(folder)), { recursive: true });
  const configuration = join(reader, "softhsm2.conf");
  await writeFile(
    configuration,
    `directories.tokendir = ${join(reader, "softhsm")}\nobjectstore.backend = file\nlog.level = ERROR\nslots.removable = true\n`,
  );
  const desk = await openPerson({ ...demo, tokens: { ...demo.tokens, configuration } }, person, `reader-${subject}`);
  await signIn(desk);
  return desk;
}

/** Takes a token out of the reader: its folder away from where the module looks. Gives the way back. */
async function pullOut(demo: Demo, name: string): Promise<() => Promise<void>> {
  const folder = await folderOf(demo, name);
  const away = join(dirname(demo.tokens.configuration), "pulled-out");
  await rename(folder, away);
  return () => rename(away, folder);
}

/** Where SoftHSM2 keeps the token with this label. */
async function folderOf(demo: Demo, name: string): Promise<string> {
  const tokens = join(dirname(demo.tokens.configuration), "softhsm");
  for (const folder of await readdir(tokens)) {
    const about = await readFile(join(tokens, folder, "token.object"), "latin1").catch(() => "");
    if (about.includes(name)) return join(tokens, folder);
  }
  throw new Error(`no token ${name}`);
}
