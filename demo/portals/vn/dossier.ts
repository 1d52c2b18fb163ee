import "@fisc/components/approval-panel/define";
import "@fisc/components/status-timeline/define";
import { startPage } from "./portal.ts";

const id = new URLSearchParams(location.search).get("id");
if (id === null) {
  document.querySelector<HTMLElement>("#missing")?.removeAttribute("hidden");
  document.querySelector<HTMLElement>(".columns")?.setAttribute("hidden", "");
} else {
  document.querySelector("fisc-approval-panel")?.setAttribute("dossier", id);
  document.querySelector("fisc-status-timeline")?.setAttribute("dossier", id);
}
startPage();
