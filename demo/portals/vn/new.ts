import "@fisc/components/dossier-form/define";
import { startPage } from "./portal.ts";

startPage();
document.querySelector("fisc-dossier-form")?.addEventListener("fisc-dossier-submitted", (event) => {
  location.assign(`dossier.html?id=${encodeURIComponent(event.dossier.id)}`);
});
