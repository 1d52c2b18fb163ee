import { assert } from "@open-wc/testing";
import type { PublishedProcedure, ValidationTiming } from "@fisc/core";
import { createFormEngine, type FormEngine } from "@fisc/core/rules";
import { ShownFaults } from "./form-faults.ts";

/** One required field for each timing. */
function form(): FormEngine {
  const timings: readonly ValidationTiming[] = ["submit", "blur", "live"];
  const procedure = {
    layout: [
      { id: "p", sections: [{ id: "s", fields: timings.map((validate) => ({ type: "text", path: validate, required: true, validate })) }] },
    ],
    computed: [],
    rules: [],
    attachments: [],
    codeLists: {},
    initial: {},
  } as unknown as PublishedProcedure;
  const unit = { code: "", name: "", accounts: [], attributes: {} };
  return createFormEngine({ procedure, context: { regime: "", today: "", unit, attachments: {}, facts: {} } });
}

describe("faults of a form", () => {
  const shown = (faults: ShownFaults, engine: FormEngine): readonly string[] => faults.shown(engine).map(({ at }) => at);

  it("given a field that is typed in, left and sent, then each is told when its definition says", () => {
    const engine = form();
    const faults = new ShownFaults();
    assert.deepEqual(shown(faults, engine), []);
    for (const path of ["submit", "blur", "live"]) faults.edit(path);
    assert.deepEqual(shown(faults, engine), ["live"]);
    for (const path of ["submit", "blur"]) faults.touch(path);
    assert.deepEqual(shown(faults, engine), ["blur", "live"]);
    faults.showAll();
    assert.deepEqual(shown(faults, engine), ["submit", "blur", "live"]);
    engine.set("submit", "now there");
    assert.deepEqual(shown(faults, engine), ["blur", "live"]);
    faults.reset();
    assert.deepEqual(shown(faults, engine), []);
  });
});
