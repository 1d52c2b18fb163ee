import type { Attachment, Dossier, DossierEvent, DossierSummary, Fix } from "../model/dossier.ts";
import type { RegisteredUnit } from "../model/expression.ts";
import type { CodeListEntry, PublishedProcedure } from "../model/procedure.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { Calendar } from "../model/profile.ts";
import type { DocumentPresentation, SigningRequest, SignOutput } from "../model/signing.ts";

/** Who is signed in. `null` where nobody is. */
export interface Session {
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  /** `unit`: acts for one unit; `treasury`: for a treasury office. */
  readonly side: "unit" | "treasury";
  readonly unit?: RegisteredUnit;
  readonly office?: { readonly code: string; readonly name: string };
  readonly profile: string;
}

/** How long a session lasts if nobody does anything. */
export interface SessionRemains {
  /** Whole seconds. */
  readonly seconds: number;
  /** Whether using it makes it last longer. */
  readonly extendable: boolean;
}

export interface ProcedureStart {
  readonly procedure: PublishedProcedure;
  /** The profile's working days, to count down to a deadline. Without it only the date is shown. */
  readonly calendar?: Calendar;
  /** What rules read beside the data, as of now. */
  readonly context: {
    readonly regime: string;
    readonly today: string;
    readonly unit: RegisteredUnit;
    readonly facts: Readonly<Record<string, Json>>;
  };
}

/** Idempotency: the caller makes `key` once for each thing it wants done; the same key twice is one event. */
export interface Write {
  readonly key: string;
  /** `Dossier.revision` the caller saw (`If-Match`). */
  readonly revision?: number;
}

/**
 * The API contract as the elements see it. `createTreasuryApi` implements it over HTTP; tests may bring their own.
 * Every method rejects with `FiscError`: `network.offline`, `network.timeout`, `session.none`, `forbidden`, `not-found`,
 * `conflict.revision`, `validation` (see `ApiValidationError`), `regime.changed` (see `ApiRegimeError`), `rate-limited`, `server`, or the problem's own `code`.
 */
export interface TreasuryApi {
  session(): Promise<Session | null>;
  /** Does not count as use. Null: nobody is signed in. Without it nobody is warned before a session ends. */
  sessionRemaining?(): Promise<SessionRemains | null>;
  /** Address to send the browser to. */
  signInUrl(returnTo: string): string;
  signOut(): Promise<void>;
  procedure(id: string, locale: string): Promise<ProcedureStart>;
  codes(
    list: string,
    query: { readonly locale: string; readonly text?: string; readonly limit?: number },
  ): Promise<readonly CodeListEntry[]>;
  /** Latest change first. A page is `limit` long (500 at most, and where it is not said); the next begins after `before` and `beforeId`: `updatedAt` and `id` of its last. */
  dossiers(query?: {
    readonly state?: string;
    readonly text?: string;
    readonly awaitsMe?: boolean;
    readonly before?: string;
    readonly beforeId?: string;
    readonly limit?: number;
  }): Promise<readonly DossierSummary[]>;
  dossier(id: string): Promise<Dossier>;
  /** Content as it was in one version; the treasury gets those that it was sent. */
  dossierVersion(id: string, version: number): Promise<DossierVersion>;
  /** The definition that one dossier follows now, with the context of its rules. */
  dossierProcedure(id: string, locale: string): Promise<ProcedureStart>;
  createDossier(body: DossierContent & { readonly procedure: string }, write: Write): Promise<Dossier>;
  changeContent(id: string, body: DossierContent, write: Write): Promise<Dossier>;
  act(id: string, action: string, body: ActionBody, write: Write): Promise<Dossier>;
  signingRequest(
    id: string,
    action: string,
    locale: string,
  ): Promise<{ readonly request: SigningRequest; readonly presentation: PublishedProcedure | DocumentPresentation }>;
  addSignature(id: string, output: SignOutput, write: Write): Promise<Dossier>;
  events(id: string, after?: number): Promise<readonly DossierEvent[]>;
  /** Events of every dossier the person may see, from `after` on, without a gap; reconnects by itself until `signal` aborts. */
  stream(options: {
    readonly after?: number;
    readonly signal: AbortSignal;
    onEvent(event: DossierEvent): void;
    onState(state: "open" | "lost"): void;
  }): void;
  attachmentUrl(dossier: string, attachment: string): string;
  attachment(dossier: string, attachment: string): Promise<Blob>;
  containerUrl(dossier: string): string;
  /** tus 1.0.0 endpoint for `tus-js-client`; upload metadata: `filename`, `filetype`, `sha256`. */
  readonly uploadsUrl: string;
}

export interface DossierContent {
  readonly data: JsonObject;
  /** Finished uploads: `upload` is the last path segment of the tus URL; `sha256` what the browser computed. Kept files are named by attachment id instead. */
  readonly attachments: readonly (
    | { readonly slot: string; readonly name: string; readonly upload: string; readonly sha256: string }
    | Pick<Attachment, "id" | "slot">
  )[];
}

/** What a dossier held in one version. */
export interface DossierVersion {
  readonly version: number;
  readonly data: JsonObject;
  readonly attachments: readonly Attachment[];
}

export interface ActionBody {
  readonly reason?: string;
  readonly fixes?: readonly Fix[];
  readonly input?: JsonObject;
}
