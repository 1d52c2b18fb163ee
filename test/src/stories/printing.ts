import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { PrintEvent } from "@fisc/components/print-view/print-event";
import { subjects } from "@fisc/profiles/vn/samples";
import { dossierPage } from "../dossier-page.ts";
import { pdfPages } from "../pdf-text.ts";
import { label, type Stage } from "../stage.ts";
import { bring, createDossier } from "../way.ts";

/** Whoever has the dossier open prints its form, or keeps it as PDF. */
export function printingStories(stage: Stage): void {
  describe("printing the form", () => {
    it("given a dossier that two people signed, when its form is printed, then the PDF has the form, the amount in words and both signers, and no part of the portal", async () => {
      const dossier = await createDossier(stage);
      await bring(stage, dossier, "submitted");
      const { page, context } = (await dossierPage(await stage.desk(subjects.schoolChiefAccountant), dossier.id)).desk;
      await page.locator("#show-paper").click();
      await page.locator("fisc-print-view article").waitFor();
      if (process.env["FISC_SCREENSHOTS"])
        await page.locator("#printing").screenshot({ path: `${process.env["FISC_SCREENSHOTS"]}/printing.png` });
      const printed = await page.evaluate(
        () =>
          new Promise<string>((resolve) => {
            const take = (event: PrintEvent): void => {
              event.preventDefault();
              const { adoptedStyleSheets, body } = event.document;
              const style = adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join("\n");
              resolve(`<!doctype html><meta charset="utf-8"><style>${style}</style>${body.outerHTML}`);
            };
            const view = document.querySelector<HTMLElement>("fisc-print-view");
            view?.addEventListener("fisc-print", take, { once: true });
            view?.shadowRoot?.querySelector("button")?.click();
          }),
      );
      const sheet = await context.newPage();
      await sheet.setContent(printed);
      const pages = pdfPages(await sheet.pdf({ preferCSSPageSize: true }));
      await sheet.close();
      for (const [index, text] of pages.entries()) assert.match(text, new RegExp(`^${index + 1} / ${pages.length} ${dossier.code} `));
      const text = pages.join(" ").toLocaleUpperCase("vi");
      const wanted = [
        label(`procedure.${dossier.procedure}`),
        dossier.unit.name,
        "Trần Thị Mẫu",
        "đồng",
        label("role.unit.chiefAccountant"),
      ];
      for (const part of wanted) assert.ok(text.includes(part.normalize("NFKC").toLocaleUpperCase("vi")), part);
      assert.ok(!text.includes("BẢN TRÌNH DIỄN"), "the portal's own words stay on the screen");
      assert.deepEqual(stage.demo.portal.reports(), []);
    });
  });
}
