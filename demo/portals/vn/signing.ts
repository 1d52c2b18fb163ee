import "@fisc/components/carrier-diagnosis/define";
import { startPage } from "./portal.ts";

startPage();
