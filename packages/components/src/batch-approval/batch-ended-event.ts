/** A batch has come to its end, or was stopped: ids of the dossiers that it did, and of those that it did not. */
export class BatchEndedEvent extends Event {
  static readonly type = "fisc-batch-ended";
  readonly action: string;
  readonly done: readonly string[];
  readonly left: readonly string[];

  constructor(action: string, done: readonly string[], left: readonly string[]) {
    super(BatchEndedEvent.type, { bubbles: true, composed: true });
    this.action = action;
    this.done = done;
    this.left = left;
  }
}

declare global {
  interface HTMLElementEventMap {
    "fisc-batch-ended": BatchEndedEvent;
  }
}
