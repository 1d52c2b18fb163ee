import { expect } from "@open-wc/testing";
import type { Labels, ProcedureDefinition, Profile } from "@fisc/core";
import { publishProcedure } from "@fisc/core/publish";
import type { CheckboxField } from "../checkbox-field/checkbox-field.ts";
import type { ChoicesField } from "../choices-field/choices-field.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { MemoryTreasury } from "../testing/memory-treasury.ts";
import { orderDefinition, orderProfile } from "../testing/order-procedure.ts";
import { controlAt, fieldAt, fillIn, openOrders, orderPage, submitButton } from "../testing/order-stage.ts";
import { until, type Stage } from "../testing/stage.ts";
import "../provider/define.ts";
import "./define.ts";
import type { DossierForm } from "./dossier-form.ts";

const definition: ProcedureDefinition = {
  ...orderDefinition,
  initial: {},
  layout: [
    {
      id: "order",
      sections: [
        {
          id: "head",
          fields: [
            { type: "text", path: "number", required: true, length: 12 },
            { type: "multiline", path: "note", validate: "live" },
            { type: "period", path: "period", required: true, periods: ["quarter"] },
            { type: "iban", path: "iban", required: true },
            { type: "identifier", path: "taxpayer", identifier: "taxpayer" },
            { type: "account", path: "account", identifier: "account" },
            { type: "choice", path: "kind", required: true, options: ["TRANSFER", "CASH"], widget: "select" },
            { type: "choices", path: "papers", required: true, options: ["contract", "invoice"] },
            { type: "checkbox", path: "checked", required: true },
          ],
        },
      ],
    },
  ],
  computed: [],
  rules: [
    {
      id: "R1",
      at: "iban",
      severity: "error",
      when: "data.iban != null",
      assert: `identifier(data.iban, "iban")`,
      message: "iban",
      source: "test",
    },
  ],
  attachments: [],
  summary: { title: `""`, amount: "0", number: `""` },
};
const labels: Labels = {
  ...orderProfile.labels["en"],
  "field.period": "Quarter",
  "field.iban": "Account of the payee",
  "field.taxpayer": "Tax number",
  "field.papers": "Papers",
  "option.papers.contract": "Contract",
  "option.papers.invoice": "Invoice",
  "field.checked": "I have compared the amounts",
  "option.checked.true": "Yes",
  "rule.iban": "This is no valid IBAN.",
};
const profile: Profile = {
  ...orderProfile,
  labels: { en: labels, vi: labels },
  identifiers: {
    taxpayer: { shapes: ["[0-9]{10}"], separators: "-", checks: [], source: "test" },
    account: { shapes: ["[0-9.]{10,20}"], checks: [], source: "test" },
  },
};

describe("a form with the rarer fields", () => {
  const pages: Stage[] = [];
  afterEach(() => pages.splice(0).forEach(({ provider }) => provider.remove()));

  const open = async (): Promise<{ readonly form: DossierForm; readonly treasury: MemoryTreasury }> => {
    const procedure = publishProcedure(definition, profile, { locale: "en", regime: "now" });
    const treasury = new MemoryTreasury({ procedures: () => [procedure], people: openOrders().options.people });
    const page = await orderPage(treasury);
    pages.push(page);
    return { form: page.form, treasury };
  };

  it("given a procedure that names them, when each is filled in as a person does, then the gateway gets what each one means", async () => {
    const { form, treasury } = await open();
    fillIn(controlAt(form, "number"), "L-1");
    fillIn(controlAt(form, "note"), "Chi tiền điện");
    fillIn(controlAt(form, "period"), "q3/2026");
    fillIn(controlAt(form, "iban"), "gb29 nwbk 6016 1331 9268 19");
    fillIn(controlAt(form, "taxpayer"), "0101-234567");
    fillIn(controlAt(form, "account"), "9523.4.1999901");
    const select = fieldAt(form, "kind").shadowRoot?.querySelector("select") as HTMLSelectElement;
    select.value = "CASH";
    select.dispatchEvent(new Event("change", { bubbles: true }));
    fieldAt<ChoicesField>(form, "papers").shadowRoot?.querySelectorAll("input")[1]?.click();
    fieldAt<CheckboxField>(form, "checked").shadowRoot?.querySelector("input")?.click();
    await form.updateComplete;
    await expectAccessible(form);
    const told = new Promise((resolve) => form.addEventListener("fisc-dossier-submitted", resolve, { once: true }));
    submitButton(form).click();
    await told;
    expect([...treasury.dossiers.values()][0]?.data).to.deep.equal({
      number: "L-1",
      note: "Chi tiền điện",
      period: "2026-Q3",
      iban: "GB29NWBK60161331926819",
      taxpayer: "0101234567",
      account: "9523.4.1999901",
      kind: "CASH",
      papers: ["invoice"],
      checked: true,
    });
  });

  it("given ticks that were taken away and an account with a wrong digit, when it is sent, then each is a fault at its field and nothing goes", async () => {
    const { form, treasury } = await open();
    const papers = fieldAt<ChoicesField>(form, "papers");
    const checked = fieldAt<CheckboxField>(form, "checked");
    for (const box of [papers, checked]) {
      box.shadowRoot?.querySelector("input")?.click();
      box.shadowRoot?.querySelector("input")?.click();
    }
    fillIn(controlAt(form, "iban"), "GB29NWBK60161331926891");
    submitButton(form).click();
    await until(() => papers.error && checked.error && fieldAt(form, "iban").error, "the faults");
    expect(fieldAt(form, "iban").error).to.contain("no valid IBAN");
    expect(fieldAt(form, "note").validate).to.equal("live");
    expect([...treasury.dossiers.values()]).to.deep.equal([]);
  });
});
