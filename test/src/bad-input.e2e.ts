import { openStage } from "./stage.ts";
import { ledgerStories } from "./stories/ledger.ts";

const stage = openStage();
ledgerStories(stage);
