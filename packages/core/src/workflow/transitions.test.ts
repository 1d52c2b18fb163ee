import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ExpressionNode } from "../model/expression.ts";
import { accounted, code, fixes, key, Log, procedure, reason, sent } from "../testing/log.ts";
import { availableActions, chooseTransition, type ActionQuestion } from "./index.ts";

describe("choosing a transition", () => {
  it("takes a dossier from the draft to payment", () => {
    const log = sent()
      .act("tom", ["office.teller"], "accept")
      .act("hal", ["office.head"], "approve")
      .act("system", ["system"], "ledger.ok");
    assert.equal(log.now.state, "paid");
    assert.deepEqual(log.now.counts, {
      account: 1,
      submit: 1,
      accept: 1,
      refuse: 0,
      approve: 1,
      "ledger.ok": 1,
      "ledger.failed": 0,
      sort: 0,
    });
  });

  it("refuses a role, a state or an action that does not fit", () => {
    const log = sent();
    for (const [roles, action] of [
      [["unit.holder"], "accept"],
      [["office.teller"], "approve"],
      [["office.teller"], "dance"],
    ] as const) {
      assert.equal(
        code(() => chooseTransition(log.question("tom", roles, action))),
        "workflow.not-allowed",
      );
    }
  });

  it("keeps the signing order, one key a person, one signature a policy, four eyes", () => {
    const draft = new Log();
    assert.equal(
      code(() => chooseTransition(draft.question("kim", ["unit.accountant"], "account"))),
      "workflow.signature-required",
    );
    assert.equal(
      code(() => chooseTransition(draft.question("kim", ["unit.accountant"], "account", { signature: "requested" }))),
      "none",
    );
    const log = accounted();
    assert.equal(
      code(() => chooseTransition(log.question("lee", ["unit.holder"], "submit", { signature: key("1") }))),
      "workflow.same-key",
    );
    assert.equal(
      code(() => chooseTransition(log.question("kim", ["unit.holder"], "submit", { signature: key("2") }))),
      "workflow.same-actor",
    );
    log.add("kim", { type: "content.changed", detail: { version: 2, dataSha256: "0", attachments: [] } });
    assert.equal(
      code(() => chooseTransition(log.question("lee", ["unit.holder"], "submit", { signature: key("2") }))),
      "workflow.order",
      "a changed dossier has to be signed anew",
    );
    assert.deepEqual(availableActions({ ...log.question("lee", ["unit.holder"], "") }), []);
  });

  it("asks for reason and fixes, within their lengths", () => {
    const refuse = (more: Partial<ActionQuestion>): string =>
      code(() => chooseTransition(sent().question("tom", ["office.teller"], "refuse", { documents: ["att-1"], ...more })));
    assert.equal(refuse({ fixes }), "workflow.reason-required");
    assert.equal(refuse({ fixes, reason: "  too short  ".slice(0, 9) }), "workflow.reason-length");
    assert.equal(refuse({ fixes, reason: "ố".repeat(501) }), "workflow.reason-length");
    assert.equal(refuse({ reason }), "workflow.fixes-required");
    assert.equal(refuse({ reason, fixes: [{ document: "form", text: " " }] }), "workflow.fixes-required");
    assert.equal(refuse({ reason, fixes: [{ document: "att-9", text: "x" }] }), "workflow.fix-unknown-document");
    assert.equal(refuse({ reason, fixes }), "none");
  });

  it("takes the first transition whose guard holds: a second refusal is final", () => {
    const log = sent().act("tom", ["office.teller"], "refuse", { reason, fixes });
    assert.equal(log.now.state, "returned");
    assert.deepEqual(log.now.fixes, fixes);
    log.add("ann", { type: "content.changed", detail: { version: 2, dataSha256: "0", attachments: [] } });
    log.act("kim", ["unit.accountant"], "account", { signature: key("1") }).act("lee", ["unit.holder"], "submit", { signature: key("2") });
    assert.deepEqual(log.now.fixes, [], "answered by the next submission");
    assert.equal(chooseTransition(log.question("tom", ["office.teller"], "refuse", { reason })).to, "refused");
  });

  it("goes by choices and by the ledger's input", () => {
    const log = sent().act("tom", ["office.teller"], "accept");
    const sort = (input?: Record<string, string>): string =>
      code(() => chooseTransition(log.question("hal", ["office.head"], "sort", input ? { input } : {})));
    assert.deepEqual(
      [sort(), sort({ way: "up" }), sort({ way: "on", x: "1" }), sort({ way: "on" })],
      ["workflow.choice-required", "workflow.choice-required", "workflow.input-unknown", "none"],
    );
    assert.equal(chooseTransition(log.question("hal", ["office.head"], "sort", { input: { way: "back" } })).to, "refused");
    assert.deepEqual(availableActions(log.question("hal", ["office.head"], "")), [
      { action: "approve", needs: {} },
      { action: "sort", needs: { choices: { way: ["back", "on"] } } },
    ]);
    log.act("hal", ["office.head"], "approve");
    assert.equal(chooseTransition(log.question("system", ["system"], "ledger.failed", { input: { fault: "unit" } })).to, "refused");
    assert.equal(chooseTransition(log.question("system", ["system"], "ledger.failed", { input: { fault: "office" } })).to, "checking");
  });

  it("does not offer an approval to who accepted", () => {
    const log = sent().act("tom", ["office.teller"], "accept");
    assert.deepEqual(availableActions(log.question("tom", ["office.teller"], "")), []);
    assert.equal(
      code(() => chooseTransition(log.question("tom", ["office.teller"], "approve"))),
      "workflow.same-actor",
    );
  });

  it("lets a guard that cannot be evaluated hold nothing up or through", () => {
    const tree: ExpressionNode = ["+", ["value", 1], ["value", "x"]];
    const transitions = procedure.workflow.transitions.map((one) => (one.action === "accept" ? { ...one, when: tree } : one));
    const question = {
      ...sent().question("tom", ["office.teller"], "accept"),
      procedure: { ...procedure, workflow: { ...procedure.workflow, transitions } },
    };
    assert.deepEqual(
      availableActions(question).map((one) => one.action),
      ["refuse"],
    );
    assert.equal(
      code(() => chooseTransition(question)),
      "workflow.not-allowed",
    );
  });
});
