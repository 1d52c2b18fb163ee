import { expect } from "@open-wc/testing";
import type { FieldElement } from "../foundation/field-element.ts";
import { loadLocale } from "../foundation/localize.ts";
import { expectAccessible } from "./accessibility.ts";
import { leave, press } from "./typing.ts";

export interface FormControlCase {
  readonly tag: string;
  /** Gives the field what it needs to work: choices, a list. */
  readonly prepare?: (field: FieldElement<unknown>) => void;
  /** Does what a person does to fill the field in. */
  readonly fillIn: (field: FieldElement<unknown>) => void | Promise<void>;
  readonly value: unknown;
  /** What of a value is compared; all where absent. */
  readonly compared?: (value: unknown) => unknown;
  /** The value as `FormData` has it: one entry, or one for each of several. */
  readonly formValue: string | readonly string[];
  /** What the browser keeps over a reload; the entry where it is one. Null where a page cannot give it back. */
  readonly state?: string | null;
  /** What the field says while it is required and empty. */
  readonly missing?: string;
  /** Does what a person does to leave something in it that cannot stand, and what the field then says. */
  readonly faulty?: { readonly fillIn: (field: FieldElement<unknown>) => void; readonly message: string };
}

/** What every field of a form owes to the form, to the person and to a screen reader. Rerun by each field's test. */
export function formControlSuite(of: FormControlCase): void {
  const { tag, prepare, fillIn, value, formValue, missing = "Fill in “The field”.", faulty, compared = (one: unknown) => one } = of;
  const state = of.state === undefined ? String(formValue) : of.state;
  const entries = typeof formValue === "string" ? [formValue] : formValue;
  const make = async (): Promise<{ readonly form: HTMLFormElement; readonly field: FieldElement<unknown> }> => {
    await loadLocale("en");
    // No fixture of the test library: it waits for a frame, and a page in the background has none.
    const form = document.createElement("form");
    const group = document.createElement("fieldset");
    group.append(Object.assign(document.createElement("legend"), { textContent: "Order" }));
    form.append(group);
    document.body.append(form);
    const field = document.createElement(tag) as FieldElement<unknown>;
    Object.assign(field, { name: "field", label: "The field", hint: "A hint", locale: "en" });
    prepare?.(field);
    group.append(field);
    await field.updateComplete;
    return { form, field };
  };
  const shadow = (field: FieldElement<unknown>): ShadowRoot => field.shadowRoot as ShadowRoot;
  const message = (field: FieldElement<unknown>): string => shadow(field).querySelector("#message")?.textContent?.trim() ?? "";
  const sent = (form: HTMLFormElement): readonly unknown[] => new FormData(form).getAll("field").filter((entry) => entry !== "");
  const textControl = (field: FieldElement<unknown>): HTMLInputElement | null =>
    shadow(field).querySelector('textarea#control, input#control:not([type="checkbox"], [type="file"])');

  describe(`${tag} as a form control`, () => {
    afterEach(() => document.querySelectorAll("body > form").forEach((form) => form.remove()));

    it("shows its label and hint, and ties them to the control", async () => {
      const { field } = await make();
      expect(shadow(field).querySelector(".label")?.textContent).to.contain("The field");
      const described = shadow(field).querySelector("[aria-describedby]")?.getAttribute("aria-describedby") ?? "";
      expect(described.split(" ")).to.include("hint");
      expect(shadow(field).querySelector("#hint")?.textContent).to.contain("A hint");
    });

    it("gives its value to the form's data under its name, and nothing while it is empty or disabled", async () => {
      const { form, field } = await make();
      expect(sent(form)).to.deep.equal([]);
      await fillIn(field);
      await field.updateComplete;
      expect(compared(field.value)).to.deep.equal(compared(value));
      expect(sent(form)).to.deep.equal(entries);
      form.querySelector("fieldset")?.setAttribute("disabled", "");
      await field.updateComplete;
      expect(new FormData(form).has("field")).to.equal(false);
      expect(shadow(field).querySelector("input:disabled, textarea:disabled, select:disabled, fieldset:disabled")).to.not.equal(null);
    });

    it("says by a native input event that the person changed it, with the value already there", async () => {
      const { form, field } = await make();
      let seen: unknown;
      form.addEventListener("input", (event) => (seen = (event.target as FieldElement<unknown>).value));
      await fillIn(field);
      expect(compared(seen)).to.deep.equal(compared(value));
    });

    it("takes a value from outside without an event", async () => {
      const { form, field } = await make();
      let events = 0;
      form.addEventListener("input", () => events++);
      field.value = value;
      await field.updateComplete;
      expect(sent(form)).to.deep.equal(entries);
      expect(events).to.equal(0);
    });

    it("goes back to empty when the form is reset", async () => {
      const { form, field } = await make();
      await fillIn(field);
      form.reset();
      await field.updateComplete;
      expect(sent(form)).to.deep.equal([]);
      const control = textControl(field);
      if (control && control.tagName !== "SELECT") expect(control.value).to.equal("");
    });

    it("is invalid while required and empty, and says so only once it was asked", async () => {
      const { form, field } = await make();
      field.required = true;
      await field.updateComplete;
      expect(field.validity.valueMissing).to.equal(true);
      expect(message(field)).to.equal("");
      expect(form.reportValidity()).to.equal(false);
      await field.updateComplete;
      expect(message(field)).to.contain(missing);
      expect(field.matches(":state(invalid)")).to.equal(true);
      await fillIn(field);
      await field.updateComplete;
      expect(form.checkValidity()).to.equal(true);
      expect(message(field)).to.equal("");
    });

    it("shows a fault that the page found at once, tied to the control, and is invalid by it", async () => {
      const { form, field } = await make();
      field.error = "The treasury does not know this.";
      await field.updateComplete;
      expect(message(field)).to.contain("Error: The treasury does not know this.");
      expect(form.checkValidity()).to.equal(false);
      const invalid = shadow(field).querySelector('[aria-invalid="true"]');
      expect(invalid?.getAttribute("aria-describedby")?.split(" ")).to.include("message");
    });

    it("shows a warning without becoming invalid", async () => {
      const { form, field } = await make();
      field.warning = "Is this the right one?";
      await field.updateComplete;
      expect(message(field)).to.contain("Please check: Is this the right one?");
      expect(form.checkValidity()).to.equal(true);
    });

    it("puts the focus into its control when it is focused, or when its place is clicked", async () => {
      const { field } = await make();
      expect(shadow(field).delegatesFocus).to.equal(true);
      field.focus();
      expect(shadow(field).activeElement).to.be.instanceOf(HTMLElement);
    });

    it("gives its value while it may only be read, and takes none", async () => {
      const { form, field } = await make();
      field.value = value;
      field.readOnly = true;
      field.required = true;
      await field.updateComplete;
      expect(sent(form)).to.deep.equal(entries);
      const open = [...shadow(field).querySelectorAll<HTMLInputElement>("input, textarea, select")].filter(
        (control) => !control.readOnly && !control.matches(":disabled") && control.ariaHidden !== "true",
      );
      expect(open).to.deep.equal([]);
      expect(form.checkValidity()).to.equal(true);
    });

    it("is left alone by the form's data and by its checks while it is disabled itself", async () => {
      const { form, field } = await make();
      field.value = value;
      field.required = true;
      field.disabled = true;
      await field.updateComplete;
      expect(sent(form)).to.deep.equal([]);
      expect(field.willValidate).to.equal(false);
      expect(form.checkValidity()).to.equal(true);
    });

    it("takes back what the browser kept over a reload", async () => {
      if (state === null) return;
      const { form, field } = await make();
      field.formStateRestoreCallback(state);
      await field.updateComplete;
      expect(compared(field.value)).to.deep.equal(compared(value));
      expect(sent(form)).to.deep.equal(entries);
    });

    it("answers as a native control does: form, name, label, validity", async () => {
      const { form, field } = await make();
      expect(field.form).to.equal(form);
      expect([...form.elements]).to.include(field);
      field.name = "other";
      field.label = "Another name";
      await field.updateComplete;
      field.value = value;
      expect(new FormData(form).getAll("other")).to.deep.equal(entries);
      await field.updateComplete;
      expect(shadow(field).querySelector(".label")?.textContent).to.contain("Another name");
      field.required = true;
      form.reset();
      await field.updateComplete;
      expect(field.validationMessage).to.contain("Another name");
    });

    it("has a place for messages that is read out politely, there before any message is", async () => {
      const { field } = await make();
      expect(shadow(field).querySelector("#message")?.getAttribute("aria-live")).to.equal("polite");
    });

    if (faulty)
      for (const [timing, typing, left] of [
        ["live", true, true],
        ["blur", false, true],
        ["submit", false, false],
      ] as const)
        it(`shows what cannot stand ${timing === "live" ? "while it is typed" : timing === "blur" ? "once it is left" : "once it is sent"} (${timing}), and live from then on`, async () => {
          const { form, field } = await make();
          field.validate = timing;
          faulty.fillIn(field);
          await field.updateComplete;
          expect(field.validity.valid).to.equal(false);
          expect(message(field).includes(faulty.message)).to.equal(typing);
          leave(textControl(field) ?? field);
          await field.updateComplete;
          expect(message(field).includes(faulty.message)).to.equal(left);
          form.reportValidity();
          await field.updateComplete;
          expect(message(field)).to.contain(faulty.message);
          field.value = value;
          await field.updateComplete;
          expect(message(field)).to.equal("");
        });

    it("refuses no key and writes nothing into the control while the person is in it, whatever the page does with the value", async () => {
      const { field } = await make();
      const control = textControl(field);
      if (!control) return;
      await fillIn(field);
      await field.updateComplete;
      control.focus();
      const writes = watchWrites(control);
      field.addEventListener("input", () => (field.value = value));
      for (const key of ["a", "1", "Backspace", "Process", "Unidentified", "Home", "z"]) expect(press(control, key), key).to.equal(true);
      for (const inputType of ["insertText", "deleteContentBackward", "insertCompositionText", "insertFromPaste"])
        expect(
          control.dispatchEvent(new InputEvent("beforeinput", { inputType, data: "a", bubbles: true, composed: true, cancelable: true })),
          inputType,
        ).to.equal(true);
      control.ownerDocument.execCommand("insertText", false, "7");
      field.value = value;
      field.error = "Not this one.";
      await field.updateComplete;
      field.locale = "vi";
      await field.updateComplete;
      expect(writes).to.deep.equal([]);
    });

    it("passes autocomplete on to its control", async () => {
      const { field } = await make();
      if (!("autocomplete" in field)) return;
      field.setAttribute("autocomplete", "email");
      await field.updateComplete;
      const control = textControl(field) ?? shadow(field).querySelector("select");
      if (control?.getAttribute("role") === "combobox") expect(control.autocomplete).to.equal("off");
      else expect(control?.autocomplete).to.equal("email");
    });

    // of Vietnamese letters and of Latin ones; what axe looks at is the same in the others
    for (const locale of ["vi", "en"])
      it(`has no finding of axe, empty, filled, faulty or to be put right, in light and dark (${locale})`, async () => {
        const { form, field } = await make();
        await loadLocale(locale);
        field.locale = locale;
        field.required = true;
        await field.updateComplete;
        if (locale === "en") await expectAccessible(form);
        await fillIn(field);
        field.fix = "Use the account of the unit.";
        field.error = "The treasury does not know this.";
        await field.updateComplete;
        await expectAccessible(form);
      });
  });
}

/** Every text that a script writes into the control from now on. */
function watchWrites(control: HTMLInputElement): readonly string[] {
  const writes: string[] = [];
  const native = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control) as object, "value");
  Object.defineProperty(control, "value", {
    get: () => native?.get?.call(control) as string,
    set: (text: string) => {
      writes.push(text);
      native?.set?.call(control, text);
    },
    configurable: true,
  });
  return writes;
}
