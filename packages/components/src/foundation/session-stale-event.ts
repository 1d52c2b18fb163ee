/** An element learned that the session may have ended (it signed out, or the gateway answered `session.none`): the provider reads it again. */
export class SessionStaleEvent extends Event {
  static readonly type = "fisc-session-stale";

  constructor() {
    super(SessionStaleEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    "fisc-session-stale": SessionStaleEvent;
  }
}
