import type { Dossier } from "@fisc/core";

/** The gateway did what the person asked for. */
export class ActionDoneEvent extends Event {
  static readonly type = "fisc-action-done";
  readonly action: string;
  /** The dossier as it is now. */
  readonly dossier: Dossier;

  constructor(action: string, dossier: Dossier) {
    super(ActionDoneEvent.type, { bubbles: true, composed: true });
    this.action = action;
    this.dossier = dossier;
  }
}

declare global {
  interface HTMLElementEventMap {
    "fisc-action-done": ActionDoneEvent;
  }
}
