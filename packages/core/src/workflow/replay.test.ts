import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import type { Deadline, DossierEvent } from "../model/dossier.ts";
import { withValueAt } from "../rules/paths.ts";
import { code, fixes, key, Log, procedure, reason, sent } from "../testing/log.ts";
import { availableActions, replay, timeline, workflowFacts } from "./index.ts";

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
