import "@fisc/components/dossier-list/define";
import { startPage } from "./portal.ts";

startPage();
