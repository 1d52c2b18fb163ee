import type { DossierSummary } from "@fisc/core";

/** Somebody wants to decide on several dossiers together. Cancel it to show something else than the list's own batch approval. */
export class DossiersChosenEvent extends Event {
  static readonly type = "fisc-dossiers-chosen";
  readonly dossiers: readonly DossierSummary[];

  constructor(dossiers: readonly DossierSummary[]) {
    super(DossiersChosenEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.dossiers = dossiers;
  }
}

declare global {
  interface HTMLElementEventMap {
    "fisc-dossiers-chosen": DossiersChosenEvent;
  }
}
