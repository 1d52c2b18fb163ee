import type { ActionBody } from "@fisc/core/api";

/** A person filled in what an action needs. */
export class ActionBodyEvent extends Event {
  static readonly type = "fisc-action-body";
  readonly body: ActionBody;

  constructor(body: ActionBody) {
    super(ActionBodyEvent.type, { bubbles: true, composed: true });
    this.body = body;
  }
}

declare global {
  interface HTMLElementEventMap {
    "fisc-action-body": ActionBodyEvent;
  }
}
