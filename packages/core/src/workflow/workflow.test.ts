import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import type { ExpressionNode } from "../model/expression.ts";
import type { Deadline, DossierEvent, SignatureRecord } from "../model/dossier.ts";
import { FiscError } from "../model/errors.ts";
import { context, order, profile } from "../rules/fixture.ts";
import { withValueAt } from "../rules/paths.ts";
import { publishProcedure } from "../rules/publish.ts";
import { availableActions, chooseTransition, replay, timeline, workflowFacts, type ActionQuestion } from "./index.ts";

const procedure = publishProcedure(order, profile, { locale: "en", regime: "test-1" });
type Detail = DossierEvent extends infer E ? (E extends { type: infer T; detail: infer D } ? { type: T; detail: D } : never) : never;

/** A dossier's log under construction. */
class Log {
  readonly events: DossierEvent[] = [];
  constructor() {
    this.add("system", { type: "dossier.created", detail: { procedure: "test.order", version: 1, state: "draft" } });
  }
  add(actor: string, detail: Detail): this {
    const position = this.events.length + 1;
    this.events.push({
      ...detail,
      dossier: "d-1",
      position,
      cursor: position,
      at: new Date(1_700_000_000_000 + position * 60_000).toISOString(),
      actor: { id: actor, name: actor, role: actor },
    } as DossierEvent);
    return this;
  }
  get now() {
    return replay(procedure, this.events);
  }
  question(actor: string, roles: readonly string[], action: string, more: Partial<ActionQuestion> = {}): ActionQuestion {
    return { procedure, replayed: this.now, actor: { id: actor, roles }, context, data: {}, action, ...more };
  }
  /** Does what the gateway does: choose, sign, log. */
  act(actor: string, roles: readonly string[], action: string, more: Partial<ActionQuestion> = {}): this {
    const { version, state, nextSequence } = this.now;
    const transition = chooseTransition(this.question(actor, roles, action, more));
    const policy = transition.needs?.signature;
    if (policy !== undefined && typeof more.signature === "object") {
      this.add(actor, {
        type: "signature.added",
        detail: signatureOf(policy, roles[0] as string, nextSequence, version, more.signature.serial),
      });
    }
    return this.add(actor, {
      type: "transition",
      detail: {
        action,
        from: state,
        to: transition.to,
        version,
        ...(more.reason ? { reason: more.reason } : {}),
        ...(more.fixes ? { fixes: more.fixes } : {}),
        ...(more.input ? { input: more.input } : {}),
      },
    });
  }
}

const key = (serial: string): SignatureRecord["certificate"] => ({
  subject: "CN=x",
  issuer: "CN=CA",
  serial,
  notAfter: "2030-01-01T00:00:00.000Z",
});
const signatureOf = (policy: string, role: string, sequence: number, version: number, serial: string): SignatureRecord => ({
  sequence,
  version,
  policy,
  role,
  signer: role,
  certificate: key(serial),
  at: "2026-03-10T00:00:00.000Z",
  level: "B-T",
  signs: "dossier",
});
const code = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof FiscError) return error.code;
    throw error;
  }
  return "none";
};
const accounted = (): Log => new Log().act("kim", ["unit.accountant"], "account", { signature: key("1") });
const sent = (): Log => accounted().act("lee", ["unit.holder"], "submit", { signature: key("2") });
const fixes = [{ document: "form", text: "Put the number right" }];
const reason = "The number is missing";

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

describe("replaying a log", () => {
  it("refuses a log with a gap, a foreign event or a step from another state", () => {
    const { events } = sent();
    const replayed = (log: unknown): string => code(() => replay(procedure, log as DossierEvent[]));
    const bad = (path: string, value: string): string => replayed(withValueAt({ events } as never, path, value)["events"]);
    assert.equal(replayed(events.toSpliced(1, 1)), "workflow.broken-log");
    assert.equal(bad("events[2].dossier", "d-2"), "workflow.broken-log");
    assert.equal(bad("events[2].detail.from", "paid"), "workflow.broken-log");
    assert.equal(bad("events[2].detail.to", "lost"), "workflow.broken-log");
    assert.equal(replayed(events.slice(1)), "workflow.broken-log");
    assert.equal(replayed(events), "none");
  });

  it("gives guards their facts as plain JSON", () => {
    const facts = workflowFacts(sent().now);
    assert.deepEqual(
      facts.signatures.map((one) => one.role),
      ["unit.accountant", "unit.holder"],
    );
    assert.deepEqual(JSON.parse(JSON.stringify(facts)), facts);
  });

  const people = [
    ["kim", "unit.accountant"],
    ["lee", "unit.holder"],
    ["tom", "office.teller"],
    ["hal", "office.head"],
    ["system", "system"],
  ] as const;
  const walk = (picks: readonly number[]): Log => {
    const log = new Log();
    for (const pick of picks) {
      if (pick % 11 === 0 && procedure.workflow.states[log.now.state]?.editable) {
        log.add("ann", { type: "content.changed", detail: { version: log.now.version + 1, dataSha256: "0", attachments: [] } });
        continue;
      }
      const options = people.flatMap(([id, role]) => availableActions(log.question(id, [role], "")).map((one) => ({ id, role, one })));
      const next = options[pick % Math.max(1, options.length)];
      if (!next) break;
      const { id, role, one } = next;
      log.act(id, [role], one.action, {
        ...(one.needs.signature ? { signature: key(id) } : {}),
        ...(one.needs.reason ? { reason } : {}),
        ...(one.needs.fixes ? { fixes } : {}),
        ...(one.needs.choices ? { input: { way: pick % 2 ? "on" : "back" } } : {}),
      });
    }
    return log;
  };

  it("never reaches an unknown state, stands still at an end, and can do all that it offers", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { maxLength: 40 }), (picks) => {
        const log = walk(picks);
        const { state } = log.now;
        const known = procedure.workflow.states[state];
        assert.ok(known);
        const expected = timeline(procedure, log.events).expected;
        assert.equal(expected === null, known.final === true);
        if (known.final) for (const [id, role] of people) assert.deepEqual(availableActions(log.question(id, [role], "")), []);
      }),
      { numRuns: 100 },
    );
  });

  it("of a beginning is a beginning: history never changes", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { maxLength: 30 }), fc.nat(60), (picks, cut) => {
        const { events } = walk(picks);
        const part = events.slice(0, 1 + (cut % events.length));
        assert.deepEqual(timeline(procedure, part).entries, timeline(procedure, events).entries.slice(0, part.length));
        assert.equal(replay(procedure, part).position, part.length);
        for (const [action, times] of Object.entries(replay(procedure, part).counts))
          assert.ok(times <= (replay(procedure, events).counts[action] ?? 0));
      }),
      { numRuns: 60 },
    );
  });
});

describe("a timeline", () => {
  const deadline: Deadline = { key: "pay", receivedOn: "2026-03-10", dueOn: "2026-03-11", met: false };
  it("hides inner steps behind the state the client knows, and says who has it until when", () => {
    const log = sent().add("system", { type: "deadline.started", detail: deadline }).act("tom", ["office.teller"], "accept");
    const { entries, expected } = timeline(procedure, log.events);
    const accept = entries.at(-1);
    assert.ok(accept?.kind === "transition");
    assert.deepEqual([accept.state, accept.shownState, accept.visibleStep], ["checking", "sent", false]);
    assert.deepEqual(expected, { state: "checking", shownState: "sent", holder: "office.head", since: accept.at, deadline });
    log
      .act("hal", ["office.head"], "approve")
      .add("system", { type: "ledger.answered", detail: { operation: "post", outcome: "ok", reference: "L-1" } })
      .act("system", ["system"], "ledger.ok")
      .add("system", { type: "deadline.met", detail: { key: "pay" } })
      .add("system", { type: "mail.sent", detail: { template: "paid", to: "a@example.org" } });
    assert.equal(timeline(procedure, log.events).expected, null);
    assert.equal(log.now.deadlines[0]?.met, true);
    assert.deepEqual(log.now.ledger, { post: { outcome: "ok", reference: "L-1" } });
  });
});
