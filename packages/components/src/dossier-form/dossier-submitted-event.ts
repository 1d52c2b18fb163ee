import type { Dossier } from "@fisc/core";

/** The gateway has the dossier, or its new content. */
export class DossierSubmittedEvent extends Event {
  static readonly type = "fisc-dossier-submitted";
  readonly dossier: Pick<Dossier, "id" | "code" | "revision" | "version" | "state">;

  constructor(dossier: Pick<Dossier, "id" | "code" | "revision" | "version" | "state">) {
    super(DossierSubmittedEvent.type, { bubbles: true, composed: true });
    this.dossier = dossier;
  }
}

declare global {
  interface HTMLElementEventMap {
    "fisc-dossier-submitted": DossierSubmittedEvent;
  }
}
