import "@fisc/components/approval-panel/define";
import "@fisc/components/status-timeline/define";
import type { FiscProvider } from "@fisc/components/provider/provider";
import type { FiscSignatureReport } from "@fisc/components/signature-report/signature-report";
import { startPage } from "./portal.ts";

const id = new URLSearchParams(location.search).get("id");
const check = document.querySelector<HTMLElement>("#signature-check");
const printing = document.querySelector<HTMLElement>("#printing");
if (id === null) {
  document.querySelector<HTMLElement>("#missing")?.removeAttribute("hidden");
  document.querySelector<HTMLElement>(".columns")?.setAttribute("hidden", "");
} else {
  document.querySelector("fisc-approval-panel")?.setAttribute("dossier", id);
  document.querySelector("fisc-status-timeline")?.setAttribute("dossier", id);
  const provider = document.querySelector<FiscProvider>("fisc-provider");
  provider?.addEventListener("fisc-session-changed", ({ session }) => {
    check?.toggleAttribute("hidden", session === null);
    printing?.toggleAttribute("hidden", session === null);
  });
  document.querySelector("#show-paper")?.addEventListener("click", ({ currentTarget }) => void showPaper(id, currentTarget as Element));
  document.querySelector("#check-signatures")?.addEventListener("click", () => void showCheck(provider?.environment?.api.containerUrl(id)));
}
startPage();

/** The form for print and its script come when somebody asks for them. */
async function showPaper(dossier: string, button: Element): Promise<void> {
  const place = printing?.querySelector<HTMLElement>("#paper");
  const missing = printing?.querySelector<HTMLElement>("#paper-missing");
  if (!place || !missing) return;
  try {
    await import("@fisc/components/print-view/define");
  } catch (error) {
    console.warn("the form for print could not be loaded", error);
    missing.hidden = false;
    return;
  }
  missing.hidden = true;
  place.firstElementChild?.setAttribute("dossier", dossier);
  place.hidden = !place.hidden;
  button.setAttribute("aria-expanded", String(!place.hidden));
}

let checking = false;

/** The check and all that it needs come when somebody asks for it. */
async function showCheck(containerUrl: string | undefined): Promise<void> {
  const report = check?.querySelector<FiscSignatureReport>("fisc-signature-report");
  if (checking || containerUrl === undefined || !report) return;
  checking = true;
  say("running");
  try {
    const { checkSignatures } = await import("./check-signatures.ts");
    report.report = await checkSignatures(containerUrl);
    say(null);
  } catch (error) {
    report.report = undefined;
    console.warn("the signatures could not be checked", error);
    say("failed");
  } finally {
    checking = false;
  }
}

function say(state: "running" | "failed" | null): void {
  check?.querySelectorAll<HTMLElement>("[data-state]").forEach((text) => (text.hidden = text.dataset["state"] !== state));
}
