import "@fisc/components/dossier-form/define";
import { startPage } from "./portal.ts";

const id = new URLSearchParams(location.search).get("id");
if (id === null) location.replace("index.html");
else document.querySelector("fisc-dossier-form")?.setAttribute("dossier", id);
startPage();
document.querySelector("fisc-dossier-form")?.addEventListener("fisc-dossier-submitted", (event) => {
  location.assign(`dossier.html?id=${encodeURIComponent(event.dossier.id)}`);
});
