/** Somebody chose a page of a form, or one place on it. Whoever draws the pages goes there. */
export class FormPageChosenEvent extends Event {
  static readonly type = "fisc-form-page-chosen";
  /** Id of the page. */
  readonly page: string;
  /** Path of the field that is meant; empty where the page as a whole is. */
  readonly at: string;

  constructor(page: string, at = "") {
    super(FormPageChosenEvent.type, { bubbles: true, composed: true });
    this.page = page;
    this.at = at;
  }
}

/** Follows a link to a page within the form; with a key that asks for a new tab or window the browser follows it. */
export function choosePage(event: MouseEvent, page: string, at = ""): void {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  event.currentTarget?.dispatchEvent(new FormPageChosenEvent(page, at));
}

declare global {
  interface HTMLElementEventMap {
    "fisc-form-page-chosen": FormPageChosenEvent;
  }
}
