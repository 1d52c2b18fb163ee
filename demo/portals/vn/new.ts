import "@fisc/components/dossier-form/define";
import type { DossierSubmittedEvent } from "@fisc/components/dossier-form/dossier-submitted-event";
import { startPage } from "./portal.ts";

startPage();
document.querySelector<HTMLElement>("fisc-dossier-form")?.addEventListener("fisc-dossier-submitted", (event: DossierSubmittedEvent) => {
  location.assign(`dossier.html?id=${encodeURIComponent(event.dossier.id)}`);
});
