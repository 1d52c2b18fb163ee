import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import type { RegisteredPerson } from "@fisc/core";
import { freePortBase } from "@fisc/demo/addresses";
import { startDemo, type Demo } from "@fisc/demo/start";
import { openPerson, signIn, type Desk } from "@fisc/demo/walkthrough";
import { importRegistry } from "@fisc/gateway";
import { profile } from "@fisc/profiles/vn";
import { registry, registryFacts } from "@fisc/profiles/vn/samples";
import { personOf, type Person } from "./person.ts";

/** Every part of the demo, running, and the people in it: each with one browser and one session of their own, kept from story to story. */
export interface Stage {
  readonly demo: Demo;
  /** A signed-in person without a browser. */
  person(subject: string): Promise<Person>;
  /** A signed-in person at their browser, on the portal's first page. `profile` keeps two browsers of one person apart. */
  desk(subject: string, profile?: string): Promise<Desk>;
  /** Closes one desk: the next call of `desk` opens the same browser profile again. */
  leave(subject: string, profile?: string): Promise<void>;
  /** Imports the register again, one person's entry changed by `change`. */
  register(subject: string, change: (person: RegisteredPerson) => RegisteredPerson): Promise<void>;
  /** Imports the register again, one unit written to in another language. */
  writeTo(unit: string, locale: string): Promise<void>;
  /** The register as it was at the start. */
  registerAll(): Promise<void>;
  /** Moves the gateway's clock. Sessions of the time before have run out: people sign in again, browsers that are opened afterwards have its time. */
  moveTo(at: Date): Promise<void>;
}

const prefix = "fisc-e2e-";

/** Starts the demo before the stories of this file, with empty data, and stops it after them. `at`: the moment at which it plays. */
export function openStage(at?: Date): Stage {
  let demo: Demo | undefined;
  let folder = "";
  const desks = new Map<string, Promise<Desk>>();
  const people = new Map<string, Promise<Person>>();
  const running = (): Demo => {
    if (!demo) throw new Error("the stage opens before the first story");
    return demo;
  };
  before(async () => {
    await clearLeftRuns();
    folder = await mkdtemp(join(tmpdir(), prefix));
    await chmod(folder, 0o755); // the database's account must get in: else its files are put elsewhere, and stay
    demo = await startDemo({ portBase: await freePortBase(), data: join(folder, "data"), ...(at === undefined ? {} : { at }) });
  });
  after(async () => {
    for (const desk of desks.values()) await desk.then((opened) => opened.close()).catch(() => {});
    await demo?.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const register = async (
    change: (person: RegisteredPerson) => RegisteredPerson,
    units: Parameters<typeof importRegistry>[1]["units"] = registry.units,
  ): Promise<void> => {
    const registered = running().people.map(({ token: _token, ...person }) => change(person));
    await importRegistry(await gatewayDatabase(running()), { ...registry, people: registered, units }, registryFacts);
  };
  return {
    get demo() {
      return running();
    },
    person(subject) {
      const known = people.get(subject) ?? personOf(running(), subject);
      people.set(subject, known);
      return known;
    },
    desk(subject, name = subject) {
      const known = desks.get(name) ?? openDesk(running(), subject, name);
      desks.set(name, known);
      return known;
    },
    async leave(subject, name = subject) {
      const desk = desks.get(name);
      desks.delete(name);
      await (await desk)?.close().catch(() => {});
    },
    register: (subject, change) => register((person) => (person.subject === subject ? change(person) : person)),
    writeTo: (code, locale) =>
      register(
        (person) => person,
        registry.units.map((unit) => (unit.code === code ? { ...unit, locale } : unit)),
      ),
    registerAll: () => register((person) => person),
    async moveTo(moment) {
      await running().setClock(moment);
      people.clear();
    },
  };
}

async function openDesk(demo: Demo, subject: string, name: string): Promise<Desk> {
  const person = demo.people.find((candidate) => candidate.subject === subject);
  if (!person) throw new Error(`${subject} is not in the register`);
  const desk = await openPerson(demo, person, name);
  desk.context.setDefaultTimeout(30_000);
  await signIn(desk);
  return desk;
}

/** A run that was broken off ran no hooks, and its database and gateway are processes of their own: the next run ends them by the numbers they left. */
async function clearLeftRuns(): Promise<void> {
  for (const name of (await readdir(tmpdir())).filter((entry) => entry.startsWith(prefix))) {
    const data = join(tmpdir(), name, "data");
    const owner = await idIn(join(data, "demo.pid"));
    if (owner === undefined || signal(owner, 0)) continue;
    const [gateway, postgres] = [await idIn(join(data, "gateway.pid")), await idIn(join(data, "postgres", "postmaster.pid"))];
    if (gateway !== undefined) signal(gateway, "SIGTERM");
    if (postgres !== undefined) signal(postgres, "SIGINT");
    await rm(join(tmpdir(), name), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** A process's number is the first word of such a file. */
async function idIn(file: string): Promise<number | undefined> {
  const id = Number.parseInt(await readFile(file, "utf8").catch(() => ""), 10);
  return Number.isInteger(id) ? id : undefined;
}

/** Whether there is such a process. */
function signal(id: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(id, name);
  } catch {
    return false;
  }
}

async function gatewayDatabase(demo: Demo): Promise<string> {
  const password = (await readFile(join(demo.data, "postgres.password"), "utf8")).trim();
  return `postgres://fisc:${password}@127.0.0.1:${demo.addresses.ports.postgres}/gateway`;
}

/** A text of the profile in Vietnamese, its places filled. */
export function label(key: string, params: Readonly<Record<string, string | number>> = {}): string {
  const text = profile.labels["vi"]?.[key];
  if (text === undefined) throw new Error(`the profile has no text ${key}`);
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]));
}

/** Looks again and again until something is there; the error says what was waited for. */
export async function until<T>(what: string, look: () => Promise<T | null | undefined | false>, milliseconds = 20_000): Promise<T> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
