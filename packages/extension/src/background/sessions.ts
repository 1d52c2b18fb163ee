import { FiscError } from "@fisc/core";
import type { Asker, Failure, FromPage, FromWindow, Outcome, SignMessage, ToPage, ToWindow } from "../messages.ts";
import type { Diagnoses } from "./diagnoses.ts";
import type { AuditLog } from "./audit.ts";
import type { Grants } from "./grants.ts";
import type { RateLimit } from "./rate-limit.ts";
import { isDiagnose, readPieceMessage, readSignMessage } from "./schema.ts";

/** A `runtime` port as far as sessions need it; `Out` is what is sent. */
export interface Port<Out> {
  post(message: Out): void;
  close(): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
}

export interface Windows {
  /** Opens the trusted window for a session. */
  open(session: string): Promise<{ close(): void }>;
}

interface Session {
  readonly id: string;
  readonly asker: Asker;
  readonly input: SignMessage;
  readonly page: Port<ToPage>;
  granted: boolean;
  window: Port<ToWindow> | null;
  opened: { close(): void } | null;
  blocked: Failure | null;
  over: boolean;
}

/** One signing at a time: takes it from the page to the trusted window and its result back. Trusts neither with the other's part. */
export class Sessions {
  readonly #parts: {
    readonly windows: Windows;
    readonly grants: Grants;
    readonly audit: AuditLog;
    readonly rate: RateLimit;
    readonly diagnoses: Diagnoses;
    readonly now: () => number;
  };
  #current: Session | null = null;
  #lastWindow: { close(): void } | null = null;

  constructor(parts: {
    readonly windows: Windows;
    readonly grants: Grants;
    readonly audit: AuditLog;
    readonly rate: RateLimit;
    readonly diagnoses: Diagnoses;
    readonly now?: () => number;
  }) {
    this.#parts = { now: () => Date.now(), ...parts };
  }

  /** A content script connected. `asker` is null where the browser's word about the sender does not allow signing. */
  page(port: Port<ToPage>, asker: Asker | null): void {
    let started = false;
    let gone = false;
    const refuse = (code: Failure["code"], params: Failure["params"] = {}): void => {
      port.post({ type: "failed", code, params });
      port.close();
    };
    port.onMessage((message) => {
      const type = (message as FromPage | null)?.type;
      if (started) {
        if (type === "piece") this.#piece(port, message);
        return;
      }
      started = true;
      if (asker === null) return refuse("extension.refused-origin");
      if (isDiagnose(message)) return void this.#diagnose(port, asker);
      const input = readSignMessage(message);
      if (!input) return refuse("extension.invalid-request");
      if (Date.parse(input.request.expires) <= this.#parts.now()) return refuse("request.expired");
      if (this.#current) return refuse("extension.busy");
      void this.#parts.rate.ask(asker).then(
        (wait) => {
          if (gone) return;
          if (wait > 0) return refuse("extension.busy", { seconds: wait });
          // another page may have been quicker
          if (this.#current) return refuse("extension.busy");
          void this.#open(port, asker, input);
        },
        () => refuse("extension.busy"),
      );
    });
    port.onClose(() => {
      gone = true;
      const session = this.#current;
      if (session?.page === port) void this.#end(session, { type: "failed", code: "user.cancelled", params: {} }, null, true);
    });
  }

  /** The trusted window of a session connected. Anything else that knows no running session is turned away. */
  window(port: Port<ToWindow>, id: string): void {
    const session = this.#current;
    if (!session || session.id !== id || session.window) return port.close();
    session.window = port;
    port.onMessage((message) => void this.#fromWindow(session, message as FromWindow));
    port.onClose(() => void this.#end(session, { type: "failed", ...(session.blocked ?? { code: "user.cancelled", params: {} }) }, null));
  }

  /** While somebody signs, nobody else reads their key carrier. */
  async #diagnose(port: Port<ToPage>, asker: Asker): Promise<void> {
    const found = await this.#parts.diagnoses.of(asker, () => this.#current !== null);
    port.post(
      found instanceof FiscError ? { type: "failed", code: found.code, params: found.params } : { type: "diagnosed", diagnosis: found },
    );
    port.close();
  }

  async #open(page: Port<ToPage>, asker: Asker, input: SignMessage): Promise<void> {
    const session: Session = {
      id: crypto.randomUUID(),
      asker,
      input,
      page,
      granted: false,
      window: null,
      opened: null,
      blocked: null,
      over: false,
    };
    this.#current = session;
    // A window that still shows how the last signing ended has been read by now.
    this.#lastWindow?.close();
    this.#lastWindow = null;
    session.granted = await this.#parts.grants.has(asker);
    try {
      session.opened = await this.#parts.windows.open(session.id);
      if (session.over) session.opened.close();
      else this.#lastWindow = session.opened;
    } catch {
      await this.#end(session, { type: "failed", code: "extension.busy", params: {} }, null);
    }
  }

  async #fromWindow(session: Session, message: FromWindow): Promise<void> {
    if (session.over) return;
    switch (message.type) {
      case "ready":
        session.window?.post({ type: "open", asker: session.asker, granted: session.granted, input: session.input });
        return;
      case "alive":
        return;
      case "pull":
        session.page.post(message);
        return;
      case "blocked":
        session.blocked = message.failure;
        return;
      case "grant":
        session.granted = message.allowed;
        if (message.allowed) return this.#parts.grants.give(session.asker);
        return this.#end(session, { type: "failed", code: "extension.refused-origin", params: {} }, null);
      case "outcome":
        return this.#end(session, message.outcome, message.signed);
    }
  }

  #piece(port: Port<ToPage>, message: unknown): void {
    const session = this.#current;
    const piece = readPieceMessage(message);
    if (session?.page !== port) return;
    if (piece) session.window?.post(piece);
    else {
      session.window?.post({ type: "gone" });
      void this.#end(session, { type: "failed", code: "extension.invalid-request", params: {} }, null);
    }
  }

  async #end(
    session: Session,
    outcome: Outcome,
    signed: { readonly manifest: string; readonly serial: string } | null,
    pageGone = false,
  ): Promise<void> {
    if (session.over) return;
    session.over = true;
    if (this.#current === session) this.#current = null;
    const { asker, input } = session;
    if (!session.granted && outcome.type === "failed") await this.#parts.rate.refused(asker).catch(() => undefined);
    // Written first: a result never leaves without its entry. A full disk does not take a made signature from the person.
    const logged = this.#parts.audit.append({
      at: new Date(this.#parts.now()).toISOString(),
      origin: asker.origin,
      top: asker.top,
      dossier: input.request.dossier,
      manifest: signed?.manifest ?? "",
      serial: signed?.serial ?? "",
      outcome: outcome.type === "signed" ? "signed" : outcome.code,
    });
    await logged.catch(() => undefined);
    if (pageGone) {
      session.window?.post({ type: "gone" });
      session.opened?.close();
    } else {
      session.page.post(outcome);
      session.page.close();
    }
  }
}
