import { expect } from "@open-wc/testing";
import type { FieldElement } from "../foundation/field-element.ts";
import { loadLocale } from "../foundation/localize.ts";
import { expectAccessible } from "./accessibility.ts";

export interface FormControlCase {
  readonly tag: string;
  /** Gives the field what it needs to work: choices, a list. */
  readonly prepare?: (field: FieldElement<unknown>) => void;
  /** Does what a person does to fill the field in. */
  readonly fillIn: (field: FieldElement<unknown>) => void;
  readonly value: unknown;
  /** The value as `FormData` has it. */
  readonly formValue: string;
}

/** What every field of a form owes to the form, to the person and to a screen reader. Rerun by each field's test. */
export function formControlSuite({ tag, prepare, fillIn, value, formValue }: FormControlCase): void {
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
      expect(new FormData(form).get("field") ?? "").to.equal("");
      fillIn(field);
      await field.updateComplete;
      expect(field.value).to.deep.equal(value);
      expect(new FormData(form).get("field")).to.equal(formValue);
      form.querySelector("fieldset")?.setAttribute("disabled", "");
      await field.updateComplete;
      expect(new FormData(form).has("field")).to.equal(false);
      expect(shadow(field).querySelector("input:disabled, textarea:disabled, fieldset:disabled")).to.not.equal(null);
    });

    it("says by a native input event that the person changed it, with the value already there", async () => {
      const { form, field } = await make();
      let seen: unknown;
      form.addEventListener("input", (event) => (seen = (event.target as FieldElement<unknown>).value));
      fillIn(field);
      expect(seen).to.deep.equal(value);
    });

    it("takes a value from outside without an event", async () => {
      const { form, field } = await make();
      let events = 0;
      form.addEventListener("input", () => events++);
      field.value = value;
      await field.updateComplete;
      expect(new FormData(form).get("field")).to.equal(formValue);
      expect(events).to.equal(0);
    });

    it("goes back to empty when the form is reset", async () => {
      const { form, field } = await make();
      fillIn(field);
      form.reset();
      await field.updateComplete;
      expect(new FormData(form).get("field") ?? "").to.equal("");
    });

    it("is invalid while required and empty, and says so only once it was asked", async () => {
      const { form, field } = await make();
      field.required = true;
      await field.updateComplete;
      expect(field.validity.valueMissing).to.equal(true);
      expect(message(field)).to.equal("");
      expect(form.reportValidity()).to.equal(false);
      await field.updateComplete;
      expect(message(field)).to.contain("Fill in “The field”.");
      expect(field.matches(":state(invalid)")).to.equal(true);
      fillIn(field);
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

    it("puts the focus into its control when it is focused", async () => {
      const { field } = await make();
      field.focus();
      expect(shadow(field).activeElement).to.be.instanceOf(HTMLElement);
    });

    it("has no finding of axe, empty, filled, faulty or to be put right", async () => {
      const { form, field } = await make();
      field.required = true;
      await expectAccessible(form);
      fillIn(field);
      field.fix = "Use the account of the unit.";
      field.error = "The treasury does not know this.";
      await field.updateComplete;
      await expectAccessible(form);
    });
  });
}
