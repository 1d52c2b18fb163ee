/** The paper is about to be printed. Whoever prints otherwise (a program of the office, a PDF of its own) prevents the default, and has it in `document`. */
export class PrintEvent extends Event {
  static readonly type = "fisc-print";
  /** Holds the paper and its sheets, nothing else. */
  readonly document: Document;

  constructor(document: Document) {
    super(PrintEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.document = document;
  }
}

declare global {
  interface HTMLElementEventMap {
    "fisc-print": PrintEvent;
  }
}
