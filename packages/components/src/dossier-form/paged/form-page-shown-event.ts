/** A form in pages shows another page. A portal may set the document's title by it, or its own address. */
export class FormPageShownEvent extends Event {
  static readonly type = "fisc-form-page-shown";
  /** Id of the page, as `page` of the form takes it. */
  readonly page: string;
  /** What the page is called, in the language of the form. */
  readonly label: string;

  constructor(page: string, label: string) {
    super(FormPageShownEvent.type, { bubbles: true, composed: true });
    this.page = page;
    this.label = label;
  }
}

declare global {
  interface HTMLElementEventMap {
    "fisc-form-page-shown": FormPageShownEvent;
  }
}
