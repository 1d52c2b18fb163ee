import { FiscError, type Attachment, type Dossier, type SigningRequest } from "@fisc/core";
import type { DossierContent, Session, SessionRemains, TreasuryApi, Write } from "@fisc/core/api";
import { replay } from "@fisc/core/workflow";
import { contextOf, dossierFor, type MemoryDossier } from "./memory-dossier.ts";
import type { MemoryTreasury } from "./memory-treasury.ts";

type Method = keyof TreasuryApi;

/** A person's API to a `MemoryTreasury`, with a switch for failures and a record of calls. */
export interface MemoryApi extends TreasuryApi {
  /** The next call of the method rejects; with `after`, once the treasury has done it (the answer is lost). */
  failNext(method: Method, error: unknown, when?: "before" | "after"): void;
  /** Names of the methods called so far. */
  readonly calls: readonly Method[];
  /** How long the session lasts. */
  remains: SessionRemains;
  /** Signs in as another person, or out. */
  become(subject: string | null): void;
}

/** `subject` null: nobody is signed in. */
export function createMemoryApi(treasury: MemoryTreasury, subject: string | null): MemoryApi {
  let session: Session | null = subject === null ? null : treasury.person(subject);
  const calls: Method[] = [];
  const failures: { readonly method: Method; readonly error: unknown; readonly when: "before" | "after" }[] = [];

  const person = (): Session => {
    if (!session) throw new FiscError("session.none");
    return session;
  };
  const today = (dossier: MemoryDossier) => treasury.today(treasury.procedure(dossier.procedure));
  const shown = (dossier: MemoryDossier): Dossier => dossierFor(person(), dossier, treasury.procedure(dossier.procedure), today(dossier));

  /** Every call waits a moment, as a network does, and may be made to fail. */
  async function call<T>(method: Method, run: () => T): Promise<T> {
    calls.push(method);
    await new Promise((resolve) => setTimeout(resolve, 0));
    const at = failures.findIndex((failure) => failure.method === method);
    const failure = at < 0 ? undefined : failures.splice(at, 1)[0];
    if (failure?.when === "before") throw failure.error;
    const result = run();
    if (failure) throw failure.error;
    return result;
  }

  /** The same key twice is one event; a revision that moved on is a conflict. */
  function write(dossier: MemoryDossier, { key, revision }: Write, run: () => void): Dossier {
    if (!treasury.answers.has(key)) {
      const { position } = replay(treasury.procedure(dossier.procedure), dossier.events);
      if (revision !== undefined && revision !== position) throw new FiscError("conflict.revision", { revision: position });
      run();
      treasury.answers.set(key, dossier.id);
    }
    return shown(dossier);
  }

  function attachmentsOf(dossier: Pick<MemoryDossier, "attachments">, given: DossierContent["attachments"]): readonly Attachment[] {
    return given.map((one): Attachment => {
      if ("id" in one) {
        const kept = dossier.attachments.find(({ id }) => id === one.id);
        if (!kept) throw new FiscError("not-found");
        return kept;
      }
      const blob = treasury.uploads.get(one.upload);
      if (!blob) throw new FiscError("upload.unknown");
      const id = `file-${treasury.files.size + 1}`;
      treasury.files.set(id, blob);
      return { id, slot: one.slot, name: one.name, mediaType: blob.type, size: blob.size, sha256: one.sha256 };
    });
  }

  const start = (id: string, locale: string, dossier?: MemoryDossier) => {
    const procedure = treasury.procedure(id, locale);
    // An officer may read a definition; there is no unit then that rules could know.
    const unit = dossier?.unit ?? person().unit ?? { code: "", name: "", accounts: [], attributes: {} };
    const { attachments: _counts, ...context } = dossier
      ? contextOf(dossier, procedure, replay(procedure, dossier.events), treasury.today(procedure))
      : { regime: procedure.regime, today: treasury.today(procedure), unit, facts: {}, attachments: {} };
    return { procedure, calendar: treasury.calendar, context };
  };

  return {
    calls,
    failNext: (method, error, when = "before") => void failures.push({ method, error, when }),
    become: (next) => (session = next === null ? null : treasury.person(next)),
    uploadsUrl: "https://gateway.invalid/uploads",
    remains: { seconds: 1_800, extendable: true },
    session: () => call("session", () => session),
    sessionRemaining() {
      return call("sessionRemaining", () => (session ? this.remains : null));
    },
    signInUrl: (returnTo) => `https://gateway.invalid/session/sign-in?return_to=${encodeURIComponent(returnTo)}`,
    signOut: () => call("signOut", () => void (session = null)),
    procedure: (id, locale) => call("procedure", () => start(id, locale)),
    codes: (list, { locale, text = "", limit = 20 }) =>
      call("codes", () => {
        const entries = treasury.options.procedures(locale).flatMap((one) => one.codeLists[list] ?? []);
        return entries.filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(text.toLowerCase())).slice(0, limit);
      }),
    dossiers: (query = {}) =>
      call("dossiers", () => {
        const me = person();
        const mine = [...treasury.dossiers.values()].filter((one) => me.side === "treasury" || me.unit?.code === one.unit.code);
        const { before, beforeId = "", limit = 500 } = query;
        return mine
          .map((one) => treasury.summary(one, shown(one).actions.length > 0))
          .filter((one) => (query.state === undefined || one.state === query.state) && (!query.awaitsMe || one.awaitsMe))
          .filter((one) => before === undefined || one.updatedAt < before || (one.updatedAt === before && one.id < beforeId))
          .sort((a, b) => (a.updatedAt === b.updatedAt ? (a.id < b.id ? 1 : -1) : a.updatedAt < b.updatedAt ? 1 : -1))
          .slice(0, limit);
      }),
    dossier: (id) => call("dossier", () => shown(treasury.find(id, person()))),
    dossierVersion: (id, version) =>
      call("dossierVersion", () => {
        const content = treasury.find(id, person()).versions[version - 1];
        if (!content) throw new FiscError("not-found");
        return { version, ...content };
      }),
    dossierProcedure: (id, locale) =>
      call("dossierProcedure", () => {
        const dossier = treasury.find(id, person());
        return start(dossier.procedure, locale, dossier);
      }),
    createDossier: (body, { key }) =>
      call("createDossier", () => {
        const { unit } = person();
        if (!unit) throw new FiscError("forbidden");
        const known = treasury.answers.get(key);
        if (known !== undefined) return shown(treasury.find(known, person()));
        const dossier = treasury.create(person(), unit, body.procedure, body.data, attachmentsOf({ attachments: [] }, body.attachments));
        treasury.answers.set(key, dossier.id);
        return shown(dossier);
      }),
    changeContent: (id, body, by) =>
      call("changeContent", () => {
        const dossier = treasury.find(id, person());
        return write(dossier, by, () => treasury.change(dossier, person(), body.data, attachmentsOf(dossier, body.attachments)));
      }),
    act: (id, action, body, by) =>
      call("act", () => {
        const dossier = treasury.find(id, person());
        return write(dossier, by, () => treasury.act(dossier, person(), action, body));
      }),
    signingRequest: (id, action, locale) =>
      call("signingRequest", () => {
        const dossier = treasury.find(id, person());
        const transition = treasury.choose(dossier, person(), action, {}, "requested");
        return {
          request: requestFor(treasury, dossier, person(), transition.needs?.signature ?? "", action),
          presentation: treasury.procedure(dossier.procedure, locale),
        };
      }),
    addSignature: (id, output, by) =>
      call("addSignature", () => {
        const dossier = treasury.find(id, person());
        return write(dossier, by, () => treasury.sign(dossier, person(), output.request));
      }),
    events: (id, after = 0) =>
      call("events", () => {
        const dossier = treasury.find(id, person());
        return dossier.events.filter(({ position }) => position > after).map((event) => treasury.eventFor(person(), dossier, event));
      }),
    stream: ({ signal, onEvent, onState }) => {
      const stream = { person: person(), options: { signal, onEvent, onState } };
      treasury.streams.add(stream);
      signal.addEventListener("abort", () => treasury.streams.delete(stream));
      queueMicrotask(() => {
        if (!signal.aborted) onState(treasury.cut ? "lost" : "open");
      });
    },
    attachmentUrl: (dossier, attachment) => `https://gateway.invalid/dossiers/${dossier}/attachments/${attachment}`,
    attachment: (dossier, attachment) =>
      call("attachment", () => {
        const known = treasury.find(dossier, person()).attachments.find(({ id }) => id === attachment);
        const blob = treasury.files.get(attachment);
        if (!known || !blob) throw new FiscError("not-found");
        return blob;
      }),
    containerUrl: (dossier) => `https://gateway.invalid/dossiers/${dossier}/container`,
  };
}

function requestFor(treasury: MemoryTreasury, dossier: MemoryDossier, person: Session, policy: string, action: string): SigningRequest {
  const procedure = treasury.procedure(dossier.procedure);
  const { version, nextSequence } = replay(procedure, dossier.events);
  const rule = procedure.signaturePolicies[policy];
  if (!rule) throw new FiscError("workflow.not-allowed");
  return {
    // The little treasury keeps no table of requests: the id says what it was made for.
    id: action,
    sequence: nextSequence,
    action,
    purpose: rule.purpose,
    audience: "https://gateway.invalid",
    dossier: dossier.id,
    dossierCode: dossier.code,
    version,
    // The little treasury keeps no chain of events.
    history: "0".repeat(64),
    procedure: `${procedure.id}@${procedure.version}`,
    role: rule.role,
    nonce: crypto.randomUUID(),
    expires: new Date(treasury.now.getTime() + 15 * 60_000).toISOString(),
    documentName: "dossier.json",
    document: dossier.data,
    attachments: dossier.attachments,
    certificates: [person.subject],
  };
}
