import "@fisc/components/dossier-form/define";
import type { DossierSubmittedEvent } from "@fisc/components/dossier-form/dossier-submitted-event";
import { startPage } from "./portal.ts";

const id = new URLSearchParams(location.search).get("id");
if (id === null) location.replace("index.html");
else document.querySelector("fisc-dossier-form")?.setAttribute("dossier", id);
startPage();
document.querySelector<HTMLElement>("fisc-dossier-form")?.addEventListener("fisc-dossier-submitted", (event: DossierSubmittedEvent) => {
  location.assign(`dossier.html?id=${encodeURIComponent(event.dossier.id)}`);
});
