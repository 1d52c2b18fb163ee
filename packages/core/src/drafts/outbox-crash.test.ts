import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import * as fc from "fast-check";
import type { Write } from "../api/treasury-api.ts";
import type { Dossier } from "../model/dossier.ts";
import { FiscError } from "../model/errors.ts";
import { countSteps, Life, TabLocks, within } from "../testing/crashing-tabs.ts";
import { createOutbox, type Outbox, type OutboxApi, type OutboxTask } from "./index.ts";

const [data, attachments] = [{ number: "1" }, [] as const];
const tasks: Readonly<Record<string, readonly OutboxTask[]>> = {
  create: [{ kind: "createDossier", target: "draft-1", body: { procedure: "p", data, attachments } }],
  correct: [
    { kind: "changeContent", target: "dossier-1", body: { data, attachments }, revision: 2 },
    { kind: "act", target: "dossier-1", action: "resubmit", body: {} },
  ],
};

/** A gateway as the real one is by key: what comes twice under one key happens once. */
class Gateway {
  readonly events: string[] = [];
  readonly #keys = new Map<string, string>();
  readonly #losses: number[];

  /** `losses`: how the first requests fare: 0 arrives and is answered, 1 never arrives, 2 arrives and its answer is lost. */
  constructor(losses: readonly number[]) {
    this.#losses = [...losses];
  }

  api(life: Life): OutboxApi {
    const take = async (what: string, body: unknown, { key }: Write): Promise<Dossier> => {
      await life.survives();
      const loss = this.#losses.shift() ?? 0;
      if (loss === 1) throw new FiscError("network.offline");
      const request = JSON.stringify([what, body]);
      const known = this.#keys.get(key);
      if (known !== undefined && known !== request) throw new FiscError("idempotency.mismatch");
      if (known === undefined) this.events.push(what);
      this.#keys.set(key, request);
      await life.survives();
      if (loss === 2) throw new FiscError("network.timeout");
      return { id: "dossier-1", code: "C-1", revision: 3, version: 1, state: "draft" } as Dossier;
    };
    return {
      createDossier: (body, write) => take("create", body, write),
      changeContent: (_id, body, write) => take("change", body, write),
      act: (_id, action, body, write) => take(action, body, write),
      addSignature: (_id, output, write) => take("sign", output, write),
    };
  }
}

let names = 0;

/** Every tab sends the same form; each dies after so many steps; then the person comes back to one page that lives. */
async function send(kind: string, lifetimes: readonly (readonly number[])[], losses: readonly number[]): Promise<readonly string[]> {
  const database = `crash-${++names}`;
  const gateway = new Gateway(losses);
  const locks = new TabLocks();
  const submitted = tasks[kind] ?? [];
  const openTab = (life: Life): Outbox =>
    within(life, () => createOutbox({ database, subject: "ann", api: gateway.api(life), delays: [1], locks: locks.of(life) }));
  for (const together of lifetimes) {
    const dying = together.map(async (steps) => {
      const life = new Life(steps);
      const over = new Promise<void>((resolve) => life.atEnd(resolve));
      const box = openTab(life);
      // Pressed twice, as people do.
      const pressed = [box.submit(submitted, "s-1"), box.submit(submitted, "s-1")].map((one) => one.catch(() => undefined));
      const settled = Promise.all(pressed).then(() => endOf(box));
      await Promise.race([over, settled.catch(() => over)]);
      await box.close().catch(() => undefined);
    });
    await Promise.all(dying);
  }
  const last = openTab(new Life(Number.POSITIVE_INFINITY));
  await last.submit(submitted, "s-1");
  await endOf(last);
  await last.finish(submitted[0]?.target ?? "");
  assert.deepEqual(await last.list(), []);
  assert.equal(await last.submit(submitted, "s-1"), "sent");
  await last.close();
  return gateway.events;
}

async function endOf(box: Outbox): Promise<void> {
  for (const { id } of await box.list()) assert.notEqual((await box.settled(id))?.state, "failed");
}

describe("an outbox whose pages die", () => {
  let undo: () => void;
  before(() => (undo = countSteps()));
  after(() => undo());

  for (const [kind, events] of [
    ["create", ["create"]],
    ["correct", ["change", "resubmit"]],
  ] as const) {
    it(`given a page that is killed at each single step of sending (${kind}), then what was sent happens once, and in order`, async () => {
      for (let steps = 1; steps <= 45; steps += 1) assert.deepEqual(await send(kind, [[steps]], []), events, `killed at step ${steps}`);
    });

    it(`given any tabs, any deaths and any losses on the way (${kind}), then what was sent happens once, and in order`, async () => {
      const lifetimes = fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 3 }), { maxLength: 3 });
      await fc.assert(
        fc.asyncProperty(lifetimes, fc.array(fc.nat(2), { maxLength: 4 }), async (lives, losses) => {
          assert.deepEqual(await send(kind, lives, losses), events);
        }),
        { numRuns: 25 },
      );
    });
  }
});
