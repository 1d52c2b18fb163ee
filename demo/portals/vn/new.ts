import "@fisc/components/dossier-form/define";
import type { DossierSubmittedEvent } from "@fisc/components/dossier-form/dossier-submitted-event";
import type { FormPageShownEvent } from "@fisc/components/dossier-form/paged/form-page-shown-event";
import { startPage } from "./portal.ts";

startPage();
const form = document.querySelector<HTMLElement>("fisc-dossier-form");
// `?layout=steps` and `?layout=tasks` show the same form in pages.
form?.setAttribute("layout", new URLSearchParams(location.search).get("layout") ?? "dense");
form?.addEventListener("fisc-dossier-submitted", (event: DossierSubmittedEvent) => {
  location.assign(`dossier.html?id=${encodeURIComponent(event.dossier.id)}`);
});
form?.addEventListener("fisc-form-page-shown", (event: FormPageShownEvent) => {
  const [name, ...rest] = document.title.split(" – ").slice(-2);
  document.title = [event.label, name, ...rest].join(" – ");
});
