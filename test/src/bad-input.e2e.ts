import assert from "node:assert/strict";
import { it } from "node:test";
import { openStage } from "./stage.ts";
import { attachmentStories } from "./stories/attachments.ts";
import { draftStories } from "./stories/drafts.ts";
import { formStories } from "./stories/form.ts";
import { ledgerStories } from "./stories/ledger.ts";
import { printingStories } from "./stories/printing.ts";
import { refusalStories } from "./stories/refusals.ts";
import { refusedSignatureStories } from "./stories/refused-signatures.ts";
import { repairStories } from "./stories/repair-refused.ts";
import { sendingStories } from "./stories/sending.ts";
import { signatureCheckStories } from "./stories/signature-check.ts";
import { signingStories } from "./stories/signing.ts";
import { togetherStories } from "./stories/together.ts";

/** One demo for all stories: its start takes longer than most of them. */
const stage = openStage();
formStories(stage);
attachmentStories(stage);
draftStories(stage);
sendingStories(stage);
signingStories(stage);
signatureCheckStories(stage);
printingStories(stage);
refusedSignatureStories(stage);
refusalStories(stage);
togetherStories(stage);
ledgerStories(stage);
repairStories(stage);

it("given all these stories, when they are over, then no page broke its content security policy", () => {
  assert.deepEqual(stage.demo.portal.reports(), []);
});
