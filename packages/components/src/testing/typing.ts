/** Types text into the focused native control the way an editor does: through the browser, with its own events. */
export function type(control: HTMLElement, text: string): void {
  control.focus();
  for (const letter of text) control.ownerDocument.execCommand("insertText", false, letter);
}

/** Backspaces, as Vietnamese input methods send them before the composed letter. */
export function erase(control: HTMLElement, letters: number): void {
  control.focus();
  for (let i = 0; i < letters; i++) control.ownerDocument.execCommand("delete");
}

/** Leaves the control as Tab would: its change is committed. */
export function leave(control: HTMLElement): void {
  control.dispatchEvent(new Event("change", { bubbles: true }));
  let left = false;
  control.addEventListener("blur", () => (left = true), { once: true });
  control.blur();
  // A page in the background loses no focus: it has none.
  if (left) return;
  control.dispatchEvent(new FocusEvent("blur", { composed: true }));
  control.dispatchEvent(new FocusEvent("focusout", { bubbles: true, composed: true }));
}

export function press(control: HTMLElement, key: string, modifiers: KeyboardEventInit = {}): boolean {
  return control.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true, ...modifiers }));
}
