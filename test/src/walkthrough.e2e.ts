import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import type { DossierEvent } from "@fisc/core";
import { checkContainer, runWalkthrough } from "@fisc/demo/walkthrough";
import { label, openStage } from "./stage.ts";

const stage = openStage();

it("given an empty form, when everybody does their part in real browsers, then it is paid, told by mail, and OpenSSL accepts the five signatures in the container", async () => {
  const out = await mkdtemp(join(tmpdir(), "fisc-walkthrough-"));
  try {
    await runWalkthrough(stage.demo, { out });
    const events = JSON.parse(await readFile(join(out, "events.json"), "utf8")) as readonly DossierEvent[];
    assert.deepEqual(
      events.flatMap((event) => (event.type === "transition" ? [event.detail.action] : [])),
      [
        "signChiefAccountant",
        "signAccountHolder",
        "acceptIntake",
        "submitForApproval",
        "approveHead",
        "approveDirector",
        "ledger.posted",
        "applyPayment",
        "ledger.paid",
        "signAdvice",
      ],
    );
    assert.deepEqual(
      events.map(({ position }) => position),
      events.map((_, index) => index + 1),
      "positions have no gap",
    );
    const { signers, entries } = await checkContainer(await readFile(join(out, "dossier.asice")), stage.demo.trustFile);
    assert.deepEqual(
      ["Trần Thị Mẫu", "Nguyễn Văn Thử", "Hoàng Văn Kiểm", "Bùi Thị Duyệt", "Hoàng Văn Kiểm"].map((name, index) =>
        signers[index]?.includes(name),
      ),
      [true, true, true, true, true],
      signers.join("; "),
    );
    assert.ok(entries.includes("dossier.json"));
    const start = (template: string): string => label(`mail.${template}.subject`, { code: "\n" }).split("\n")[0] ?? "";
    const subjects = stage.demo.mail.messages().map((mail) => mail.subject);
    for (const template of ["intakeAccepted", "paid"])
      assert.ok(
        subjects.some((subject) => subject.startsWith(start(template))),
        subjects.join("; "),
      );
    assert.deepEqual(stage.demo.portal.reports(), []);
    assert.ok((await readdir(out)).filter((name) => name.endsWith(".png")).length >= 10);
  } finally {
    await rm(out, { recursive: true, force: true });
  }
});
