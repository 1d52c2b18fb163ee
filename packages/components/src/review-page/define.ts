import { define } from "../foundation/define.ts";
import { ReviewPage } from "./review-page.ts";

define("fisc-review-page", ReviewPage);
