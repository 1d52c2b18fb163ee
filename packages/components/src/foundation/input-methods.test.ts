import { expect } from "@open-wc/testing";
import "../code-field/define.ts";
import type { CodeField } from "../code-field/code-field.ts";
import "../multiline-field/define.ts";
import "../text-field/define.ts";
import { canCompose, playTrace } from "../testing/play-trace.ts";
import { inputTraces, isComposed, type InputTrace } from "../testing/input-trace.ts";
import { leave } from "../testing/typing.ts";
import type { InputField } from "./input-field.ts";

const methods = [...new Set(inputTraces.map(({ name }) => name.slice(0, name.indexOf(":"))))];
/** One phrase in five of every method, for the time it takes; compositions where they can be given from outside the page. */
const playable = inputTraces.filter((trace, i) => i % 5 === 0 && (canCompose || !isComposed(trace)));

const takesMarksAlone = !/AppleWebKit\/(?!.*Chrome)/.test(navigator.userAgent);

/** A field whose page answers every key: gives the value back, shows a fault, sets another hint. */
function busyField(tag: string): InputField<string> {
  const field = document.createElement(tag) as InputField<string>;
  Object.assign(field, { label: "Nội dung", locale: "vi", validate: "live" });
  if (tag === "fisc-code-field") (field as unknown as CodeField).codes = [{ code: "6501", name: "Chi tiền điện tháng 11" }];
  field.addEventListener("input", () => {
    field.value = field.value.toUpperCase();
    field.error = field.error ? "" : "Chưa đúng.";
    field.hint = `${field.value.length}`;
  });
  return field;
}

describe("fields under Vietnamese input methods", () => {
  it("has 200 traces and more to go by", () => {
    expect(inputTraces.length).to.be.at.least(200);
    expect(new Set(inputTraces.map(({ name }) => name)).size).to.equal(inputTraces.length);
  });

  const play = async (trace: InputTrace, tag: string): Promise<void> => {
    const native = document.createElement("input");
    native.setAttribute("aria-label", "native");
    const field = busyField(tag);
    document.body.append(native, field);
    await field.updateComplete;
    const control = field.shadowRoot?.querySelector("#control") as HTMLInputElement;
    await playTrace(trace, native);
    await playTrace(trace, control);
    await field.updateComplete;
    const [expected, text] = [native.value, control.value];
    leave(control);
    native.remove();
    field.remove();
    expect(text, `${tag}, ${trace.name}`).to.equal(expected);
    // WebKit's delete takes a letter with its marks, where an input method takes the mark alone: no native control has the phrase then.
    if (takesMarksAlone || !/apart/.test(trace.name)) expect(expected, trace.name).to.equal(trace.text);
  };

  for (const method of methods) {
    const own = playable.filter(({ name }) => name.startsWith(`${method}:`));
    if (own.length === 0) continue;
    it(`leave every letter where it is, whatever the page does meanwhile: ${method}`, async () => {
      for (const trace of own) await play(trace, "fisc-text-field");
    }).timeout(60_000);
    it(`in several lines and over a list of codes too: ${method}`, async () => {
      for (const [i, trace] of own.entries())
        if (i % 6 === 0) for (const tag of ["fisc-multiline-field", "fisc-code-field"]) await play(trace, tag);
    }).timeout(60_000);
  }
});
