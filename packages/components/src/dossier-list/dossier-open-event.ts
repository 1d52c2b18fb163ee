import type { DossierSummary } from "@fisc/core";

/** Somebody opens a dossier from the list. Cancel it to keep the browser from following the link. */
export class DossierOpenEvent extends Event {
  static readonly type = "fisc-dossier-open";
  readonly dossier: DossierSummary;

  constructor(dossier: DossierSummary) {
    super(DossierOpenEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.dossier = dossier;
  }
}

declare global {
  interface HTMLElementEventMap {
    "fisc-dossier-open": DossierOpenEvent;
  }
}
