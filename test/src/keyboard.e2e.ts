import { approvalByKeyboard } from "./keyboard/approval.ts";
import { surroundingsByKeyboard } from "./keyboard/around.ts";
import { dialogsByKeyboard } from "./keyboard/dialogs.ts";
import { formByKeyboard } from "./keyboard/form.ts";
import { pagesByKeyboard } from "./keyboard/pages.ts";
import { openStage } from "./stage.ts";

/** Everybody's job by the keyboard alone: each stop is seen, the order is the eye's, and the focus is never lost. */
const stage = openStage();

formByKeyboard(stage);
pagesByKeyboard(stage);
approvalByKeyboard(stage);
dialogsByKeyboard(stage);
surroundingsByKeyboard(stage);
