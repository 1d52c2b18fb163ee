import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { paper } from "@fisc/demo/walkthrough";
import { subjects } from "@fisc/profiles/vn/samples";
import type { Route } from "playwright";
import type { Stage } from "../stage.ts";
import { openForm, watchWrites, type VoucherForm } from "../voucher-form.ts";

const megabyte = 1024 * 1024;

/** Files that cannot be taken, in the real form. */
export function attachmentStories(stage: Stage): void {
  const begun = async (): Promise<VoucherForm> => {
    const form = await openForm(await stage.desk(subjects.schoolPreparer));
    await form.type("soChungTu", "RDT-TEP");
    return form;
  };
  const message = async (form: VoucherForm, text: string | RegExp): Promise<void> =>
    form.slot("estimate").getByText(text).first().waitFor();
  const formIsWhole = async (form: VoucherForm): Promise<void> =>
    assert.equal(await form.field("soChungTu").locator("input").inputValue(), "RDT-TEP");
  const pdf = async (name: string): Promise<Buffer> => (await paper(name, name, ["Tài liệu hư cấu"])).buffer;

  describe("attachments that cannot be taken", () => {
    it("given a text that was renamed to .pdf, a file that is too big and an empty one, when they are chosen, then each is refused by name and the right one goes on", async () => {
      const form = await begun();
      const sent = watchWrites(await stage.desk(subjects.schoolPreparer));
      const right = { name: "quyet-dinh.pdf", mimeType: "application/pdf", buffer: await pdf("quyet-dinh.pdf") };
      await form.attach("estimate", [
        { name: "van-ban.pdf", mimeType: "application/pdf", buffer: Buffer.from("Đây chỉ là một văn bản.") },
        right,
      ]);
      await message(form, "van-ban.pdf không phải là tệp PDF. Hãy lưu hoặc in ra PDF rồi chọn lại.");
      await form.slot("estimate").locator(".file.ready").getByText("quyet-dinh.pdf").waitFor();
      await form.attach("estimate", {
        name: "ban-quet.pdf",
        mimeType: "application/pdf",
        buffer: Buffer.concat([right.buffer, Buffer.alloc(10 * megabyte)]),
      });
      await message(form, /ban-quet\.pdf lớn hơn 10\s*MB\. Hãy giảm dung lượng/);
      await form.attach("estimate", { name: "rong.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(0) });
      await message(form, "rong.pdf là tệp rỗng.");
      assert.equal(await form.slot("estimate").locator(".file").count(), 1);
      await formIsWhole(form);
      assert.equal(sent.length, 0);
    });

    it("given a file that is chosen, when it is hashed, then a worker does it and the page's own thread does not; without the worker nothing is taken", async () => {
      const form = await begun();
      const buffer = await pdf("trong-luong-phu.pdf");
      const file = { name: "trong-luong-phu.pdf", mimeType: "application/pdf", buffer };
      await form.page.evaluate(() => {
        const calls = { digest: 0, compiled: 0 };
        Object.assign(globalThis, { calls });
        const { digest } = SubtleCrypto.prototype;
        SubtleCrypto.prototype.digest = function (...given) {
          calls.digest += 1;
          return digest.apply(this, given);
        };
        for (const name of ["compile", "instantiate", "compileStreaming", "instantiateStreaming"] as const) {
          const original = WebAssembly[name] as (...given: unknown[]) => unknown;
          Object.assign(WebAssembly, { [name]: (...given: unknown[]) => ((calls.compiled += 1), original(...given)) });
        }
      });
      const script = "**/hash-worker*";
      await form.page.route(script, (route) => route.abort());
      await form.attach("estimate", file);
      await form.slot("estimate").locator('.file:not(.ready) [role="alert"], .file.failed, .error').first().waitFor();
      assert.equal(await form.slot("estimate").locator(".file.ready").count(), 0);
      await form.page.unroute(script);
      const born = form.page.waitForEvent("worker", (worker) => worker.url().includes("hash-worker"));
      await form.attach("estimate", file);
      await born;
      await form.slot("estimate").locator(".file.ready").waitFor();
      assert.deepEqual(await form.page.evaluate(() => Reflect.get(globalThis, "calls")), { digest: 0, compiled: 0 });
    });

    it("given a byte that changes on the way to the gateway, when the upload ends, then the file is refused and can be taken out and chosen again", async () => {
      const form = await begun();
      const buffer = await pdf("tren-duong.pdf");
      const changed = Buffer.from(buffer);
      changed[20] = (changed[20] ?? 0) ^ 1;
      const uploads = `${stage.demo.addresses.gateway}/uploads/**`;
      const alter = (route: Route): Promise<void> =>
        route.request().method() === "PATCH" ? route.continue({ postData: changed }) : route.continue();
      await form.page.route(uploads, alter);
      await form.attach("estimate", { name: "tren-duong.pdf", mimeType: "application/pdf", buffer });
      await message(form, "tren-duong.pdf đến máy chủ không giống bản đã gửi. Hãy bỏ tệp và chọn lại.");
      await formIsWhole(form);
      await form.page.unroute(uploads, alter);
      await form.slot("estimate").getByRole("button", { name: "Bỏ tệp tren-duong.pdf" }).click();
      await form.attach("estimate", { name: "tren-duong.pdf", mimeType: "application/pdf", buffer });
      await form.slot("estimate").locator(".file.ready").waitFor();
    });

    it("given a file that is saved anew on the disk after it was hashed, when it is uploaded, then the person is told to choose it again", async () => {
      const folder = await mkdtemp(join(tmpdir(), "fisc-papers-"));
      try {
        const form = await begun();
        const file = join(folder, "dang-sua.pdf");
        await writeFile(file, await pdf("dang-sua.pdf"));
        const uploads = `${stage.demo.addresses.gateway}/uploads`;
        await form.page.route(uploads, async (route) => {
          if (route.request().method() === "POST") await writeFile(file, Buffer.concat([await pdf("khac.pdf"), Buffer.from("\n% thêm")]));
          await route.continue();
        });
        await form.attach("estimate", file);
        await message(form, /Không còn đọc được dang-sua\.pdf/);
        await formIsWhole(form);
        await form.page.unroute(uploads);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  });
}
