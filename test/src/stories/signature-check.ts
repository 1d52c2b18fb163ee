import assert from "node:assert/strict";
import { describe, it } from "node:test";
import report from "@fisc/components/locales/vi/signature";
import { subjects } from "@fisc/profiles/vn/samples";
import type { Page, Route } from "playwright";
import { dossierPage } from "../dossier-page.ts";
import { until, type Stage } from "../stage.ts";
import { bring, createDossier } from "../way.ts";

/** Whoever has the dossier open checks its signatures in their own browser. */
export function signatureCheckStories(stage: Stage): void {
  const verdicts = async (page: Page): Promise<readonly string[]> => {
    const check = page.locator("#signature-check");
    await check.locator("#check-signatures").click();
    await check.locator('[data-state="running"]').waitFor({ state: "hidden", timeout: 60_000 });
    return page.locator("fisc-signature-report article .verdict").allInnerTexts();
  };
  /** Instead of what the address gives, for one check. */
  const instead = async <T>(page: Page, address: string, answer: (route: Route) => Promise<void>, look: () => Promise<T>): Promise<T> => {
    await page.route(address, answer);
    try {
      return await look();
    } finally {
      await page.unroute(address, answer);
    }
  };

  describe("checking the signatures in the browser", () => {
    it("given a dossier that two people signed, when somebody checks, then both are valid; where the issuer is unknown or the package broken, none is", async () => {
      const dossier = await createDossier(stage);
      await bring(stage, dossier, "submitted");
      const { page } = (await dossierPage(await stage.desk(subjects.schoolChiefAccountant), dossier.id)).desk;
      assert.deepEqual(await verdicts(page), [report["signature.verdict.passed"], report["signature.verdict.passed"]]);
      await page.locator("fisc-signature-report").getByText("Trần Thị Mẫu").first().waitFor();
      if (process.env["FISC_SCREENSHOTS"])
        await page.locator("#signature-check").screenshot({ path: `${process.env["FISC_SCREENSHOTS"]}/signature-check.png` });

      const nobody = JSON.stringify({ trustAnchors: [], crls: [] });
      const doubtful = await instead(
        page,
        "**/signature-trust.json",
        (route) => route.fulfill({ contentType: "application/json", body: nobody }),
        () => verdicts(page),
      );
      assert.deepEqual(doubtful, [report["signature.verdict.indeterminate"], report["signature.verdict.indeterminate"]]);

      const none = await instead(
        page,
        "**/dossiers/*/container",
        async (route) => {
          const answer = await route.fetch();
          await route.fulfill({ response: answer, body: (await answer.body()).subarray(0, 2_000) });
        },
        () => verdicts(page),
      );
      assert.deepEqual(none, []);
      await until("what to do", () => page.locator('#signature-check [data-state="failed"]').isVisible());
      assert.deepEqual(stage.demo.portal.reports(), []);
    });
  });
}
