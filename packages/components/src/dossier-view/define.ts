import { define } from "../foundation/define.ts";
import { FiscDossierView } from "./dossier-view.ts";

define("fisc-dossier-view", FiscDossierView);
