import { openStage } from "./stage.ts";
import { attachmentStories } from "./stories/attachments.ts";
import { formStories } from "./stories/form.ts";
import { ledgerStories } from "./stories/ledger.ts";
import { sendingStories } from "./stories/sending.ts";

const stage = openStage();
formStories(stage);
attachmentStories(stage);
sendingStories(stage);
ledgerStories(stage);
