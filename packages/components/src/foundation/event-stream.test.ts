import { expect } from "@open-wc/testing";
import type { DossierEvent } from "@fisc/core";
import type { TreasuryApi } from "@fisc/core/api";
import { EventStream } from "./event-stream.ts";

type Options = Parameters<TreasuryApi["stream"]>[0];

const event = (cursor: number, dossier = "a") => ({ cursor, dossier, position: cursor }) as DossierEvent;

/** Only the stream of an API: nothing else is asked for here. */
function api() {
  const opened: Options[] = [];
  return { opened, treasury: { stream: (options: Options) => void opened.push(options) } as unknown as TreasuryApi };
}

describe("EventStream", () => {
  it("opens with the first listener, once somebody is signed in", () => {
    const { opened, treasury } = api();
    const stream = new EventStream();
    stream.subscribe({});
    expect(opened).to.have.length(0);
    stream.connect(treasury);
    stream.subscribe({});
    expect(opened).to.have.length(1);
    expect(stream.state).to.equal("connecting");
  });

  it("gives each event once, to the listeners of its dossier and of all", () => {
    const { opened, treasury } = api();
    const stream = new EventStream();
    stream.connect(treasury);
    const seen: string[] = [];
    stream.subscribe({ onEvent: ({ cursor }) => seen.push(`all ${cursor}`) });
    stream.subscribe({ dossier: "a", onEvent: ({ cursor }) => seen.push(`a ${cursor}`) });
    for (const one of [event(1), event(2, "b"), event(2, "b"), event(1)]) opened[0]?.onEvent(one);
    expect(seen).to.deep.equal(["all 1", "a 1", "all 2"]);
  });

  it("closes with the last listener and goes on from the last cursor", () => {
    const { opened, treasury } = api();
    const stream = new EventStream();
    stream.connect(treasury);
    const stop = stream.subscribe({});
    opened[0]?.onEvent(event(7));
    stop();
    expect(opened[0]?.signal.aborted).to.equal(true);
    stream.subscribe({});
    expect(opened[1]?.after).to.equal(7);
  });

  it("starts anew for another person, and what the old connection still brings is dropped", () => {
    const first = api();
    const second = api();
    const stream = new EventStream();
    const seen: number[] = [];
    stream.connect(first.treasury);
    stream.subscribe({ onEvent: ({ cursor }) => seen.push(cursor) });
    first.opened[0]?.onEvent(event(7));
    stream.connect(second.treasury);
    expect(second.opened[0]?.after).to.equal(undefined);
    first.opened[0]?.onEvent(event(8));
    second.opened[0]?.onEvent(event(3));
    expect(seen).to.deep.equal([7, 3]);
  });

  it("tells listeners of the state at once and at each change, and to catch up when asked", () => {
    const { opened, treasury } = api();
    const stream = new EventStream();
    stream.connect(treasury);
    const states: string[] = [];
    stream.subscribe({ dossier: "a", onState: (state) => states.push(state) });
    opened[0]?.onState("open");
    opened[0]?.onState("lost");
    opened[0]?.onState("lost");
    opened[0]?.onState("open");
    stream.refresh("b");
    stream.refresh("a");
    expect(states).to.deep.equal(["connecting", "open", "lost", "open", "open"]);
  });
});
