import type { Session } from "@fisc/core/api";

/** Somebody signed in or out, as the gateway says. Bubbles out of shadow roots. */
export class SessionChangedEvent extends Event {
  static readonly type = "fisc-session-changed";
  readonly session: Session | null;

  constructor(session: Session | null) {
    super(SessionChangedEvent.type, { bubbles: true, composed: true });
    this.session = session;
  }
}

declare global {
  interface HTMLElementEventMap {
    "fisc-session-changed": SessionChangedEvent;
  }
}
