import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { DossierEvent, Fix } from "@fisc/core";
import { openContainer } from "@fisc/signature";
import { startTestDatabase, type TestDatabase } from "../testing/database.ts";
import type { TestPerson, TestTreasury } from "../testing/treasury.ts";
import { createSample, sample, sampleCast, startSampleTreasury, until } from "../testing/vn.ts";

let database: TestDatabase;
let treasury: TestTreasury;
let cast: Awaited<ReturnType<typeof sampleCast>>;

before(async () => {
  database = await startTestDatabase();
  treasury = await startSampleTreasury(await database.create());
  cast = await sampleCast(treasury);
});
after(async () => {
  await treasury.close();
  await database.stop();
});

const inner = "Chưa đối chiếu hợp đồng với dự toán";
const proposed = "Tài khoản thụ hưởng đã đóng";

async function send(id: string): Promise<void> {
  await cast.accountant.signAction(id, "signChiefAccountant");
  await cast.holder.signAction(id, "signAccountHolder");
}

async function follow(person: TestPerson): Promise<{ readonly events: DossierEvent[]; stop(): void }> {
  const end = new AbortController();
  const events: DossierEvent[] = [];
  let open = false;
  person.api.stream({
    signal: end.signal,
    onEvent: (event) => void events.push(event),
    onState: (state) => void (open ||= state === "open"),
  });
  await until(async () => open);
  return { events, stop: () => end.abort() };
}

test("given a head who sends a dossier back to the teller, when the unit reads log and stream, then it learns of the step and not of the words that were meant for the teller", async () => {
  const { id } = await createSample(cast.preparer);
  await send(id);
  await cast.teller.act(id, "acceptIntake");
  await cast.teller.act(id, "submitForApproval", { input: { module: "GL" } });
  const [unit, office] = await Promise.all([follow(cast.preparer), follow(cast.teller)]);
  await cast.head.act(id, "refuseHead", { reason: inner });
  const refusals = (events: readonly DossierEvent[]): readonly DossierEvent[] =>
    events.filter((event) => event.type === "transition" && event.detail.action === "refuseHead");
  await until(async () => refusals(unit.events).length === 1 && refusals(office.events).length === 1);
  unit.stop();
  office.stop();
  const [forUnit, forOffice] = [await cast.preparer.api.events(id), await cast.teller.api.events(id)];
  assert.equal(forUnit.length, forOffice.length, "no step is kept from the unit");
  for (const events of [forUnit, unit.events]) {
    assert.equal(refusals(events).length, 1);
    assert.ok(!JSON.stringify(events).includes(inner));
  }
  for (const events of [forOffice, office.events]) assert.ok(JSON.stringify(refusals(events)).includes(inner));
});

test("given a refusal notice that the head has not signed, when the unit looks, then there is none yet, in dossier, address or container; once signed there is", async () => {
  const { id } = await createSample(cast.preparer);
  await send(id);
  await cast.teller.act(id, "acceptIntake");
  await cast.teller.act(id, "refusePayment", { reason: proposed });
  const [notice] = (await cast.head.api.dossier(id)).documents;
  assert.ok(notice && !notice.signed && JSON.stringify(notice.data).includes(proposed), "the head reads what is proposed");
  const address = `${treasury.gateway.url}/dossiers/${id}/documents/${notice.id}`;
  const container = async (person: TestPerson): Promise<string> => {
    const answer = await person.fetch(`${treasury.gateway.url}/dossiers/${id}/container`);
    const entries = await openContainer(new Uint8Array(await answer.arrayBuffer()));
    return [...entries].map(([name, bytes]) => `${name} ${new TextDecoder().decode(bytes)}`).join("\n");
  };
  assert.deepEqual((await cast.preparer.api.dossier(id)).documents, []);
  assert.equal((await cast.preparer.fetch(address)).status, 404);
  assert.ok(!(await container(cast.preparer)).includes(proposed));
  assert.ok(!JSON.stringify(await cast.preparer.api.events(id)).includes(proposed));
  assert.equal((await cast.head.fetch(address)).status, 200);
  assert.ok((await container(cast.head)).includes(proposed));

  await cast.head.signAction(id, "signRefusal");
  assert.deepEqual(
    (await cast.preparer.api.dossier(id)).documents.map(({ signed }) => signed),
    [true],
  );
  assert.equal((await cast.preparer.fetch(address)).status, 200);
  assert.ok((await container(cast.preparer)).includes(proposed));
});

test("given a dossier that was sent, refused and completed, when versions are read, then the office gets those it was sent, and the unit its drafts as well", async () => {
  const { id, attachments } = await createSample(cast.preparer);
  const kept = attachments.map(({ id: one, slot }) => ({ id: one, slot }));
  const change = async (soChungTu: string) => {
    const { revision } = await cast.preparer.api.dossier(id);
    return cast.preparer.api.changeContent(
      id,
      { data: { ...sample.data, soChungTu }, attachments: kept },
      { key: crypto.randomUUID(), revision },
    );
  };
  await cast.preparer.act(id, "recall", { reason: "Ghi nhầm số chứng từ" });
  await change("RDT-0002/2026");
  await cast.preparer.act(id, "resubmit");
  await send(id);
  const fixes: readonly Fix[] = [{ document: "form", at: "soChungTu", text: "Ghi đúng số chứng từ" }];
  await cast.teller.act(id, "refuseIntake", { reason: "Số chứng từ chưa đúng", fixes });
  await change("RDT-0003/2026");
  await cast.preparer.act(id, "complete");
  const numberIn = async (person: TestPerson, version: number) => (await person.api.dossierVersion(id, version)).data["soChungTu"];
  assert.deepEqual(
    [await numberIn(cast.preparer, 1), await numberIn(cast.preparer, 2), await numberIn(cast.preparer, 3)],
    [sample.data["soChungTu"], "RDT-0002/2026", "RDT-0003/2026"],
  );
  assert.deepEqual([await numberIn(cast.teller, 2), await numberIn(cast.teller, 3)], ["RDT-0002/2026", "RDT-0003/2026"]);
  for (const version of [1, 4]) await assert.rejects(numberIn(cast.teller, version), { code: "not-found" });
});

test("given more dossiers than one page holds, when the pages are read one after the other, then each comes once, latest change first, also those changed in the same millisecond", async () => {
  while ((await cast.preparer.api.dossiers()).length < 5) await createSample(cast.preparer);
  const all = (await cast.preparer.api.dossiers()).map(({ id }) => id);
  const seen: string[] = [];
  for (let last; ;) {
    const page = await cast.preparer.api.dossiers({ limit: 2, ...last });
    seen.push(...page.map(({ id }) => id));
    const end = page.at(-1);
    if (page.length < 2 || end === undefined) break;
    last = { before: end.updatedAt, beforeId: end.id };
  }
  assert.deepEqual(seen, all);
  assert.equal(new Set(seen).size, seen.length);
});
