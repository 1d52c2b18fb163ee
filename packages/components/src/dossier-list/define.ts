import "../notice/define.ts";
import { define } from "../foundation/define.ts";
import { FiscDossierList } from "./dossier-list.ts";

define("fisc-dossier-list", FiscDossierList);
