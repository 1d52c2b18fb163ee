import type { Actor, Attachment, DossierEvent, Json, JsonObject, SigningRequest, Violation } from "@fisc/core";
import type { ColumnType } from "kysely";

/** A JSON column: read as a value, written as JSON text (node-postgres would turn a plain array into a PostgreSQL array). */
type JsonColumn<T> = ColumnType<T, string, string>;
/** `timestamptz`: read as a Date, written as ISO 8601. */
type Time = ColumnType<Date, string, string>;
type MaybeTime = ColumnType<Date | null, string | null, string | null>;

export interface OfficeTable {
  code: string;
  name: string;
}

export interface UnitTable {
  code: string;
  name: string;
  email: string;
  office: string;
  locale: string;
  accounts: JsonColumn<readonly string[]>;
  attributes: JsonColumn<Readonly<Record<string, string>>>;
}

export interface PersonTable {
  subject: string;
  name: string;
  email: string;
  belongs_to: string;
}

export interface PersonRoleTable {
  subject: string;
  role: string;
  /** Civil date. */
  valid_from: string;
  valid_to: string | null;
  certificates: JsonColumn<readonly string[]>;
}

export interface FactTable {
  unit: string;
  name: string;
  value: JsonColumn<Json>;
}

export interface SignInTable {
  /** SHA-256 of the OpenID `state`. */
  state: string;
  /** SHA-256 of the cookie that binds the attempt to one browser. */
  browser: string;
  verifier: string;
  nonce: string;
  return_to: string;
  expires_at: Time;
}

export interface SessionTable {
  /** SHA-256 of the cookie's value: the table alone opens no session. */
  token: string;
  subject: string;
  /** Roles the identity provider claimed; null where it claims none. */
  claimed_roles: JsonColumn<readonly string[] | null>;
  created_at: Time;
  seen_at: Time;
}

export interface DossierTable {
  id: string;
  code: string;
  procedure: string;
  procedure_version: number;
  regime: string;
  unit: string;
  office: string;
  created_at: Time;
  // From here on: a projection of the event log, for lists.
  updated_at: Time;
  version: number;
  revision: number;
  state: string;
  title: string;
  number: string;
  amount: number;
  due_on: string | null;
}

/** One row a version: what was signed stays readable for good. */
export interface ContentTable {
  dossier: string;
  version: number;
  data: JsonColumn<JsonObject>;
  sha256: string;
  attachments: JsonColumn<readonly Attachment[]>;
  warnings: JsonColumn<readonly Violation[]>;
}

export interface EventTable {
  cursor: number;
  dossier: string;
  position: number;
  at: Time;
  type: DossierEvent["type"];
  actor: JsonColumn<Actor>;
  detail: JsonColumn<DossierEvent["detail"]>;
  /** Chains the event to the one before: `eventHash`. */
  hash: string;
}

export interface DocumentTable {
  id: string;
  dossier: string;
  template: string;
  version: number;
  at: Time;
  data: JsonColumn<JsonObject>;
  sha256: string;
}

export interface SignatureTable {
  dossier: string;
  sequence: number;
  version: number;
  document: string | null;
  document_name: string;
  key_sha256: string;
  manifest: Buffer;
  asic_manifest: Buffer;
  cades: Buffer;
}

export interface SigningRequestTable {
  id: string;
  dossier: string;
  subject: string;
  action: string;
  policy: string;
  document: string | null;
  origin: string;
  request: JsonColumn<SigningRequest>;
  expires_at: Time;
  used_at: MaybeTime;
}

export interface UploadTable {
  id: string;
  owner: string;
  name: string;
  media_type: string;
  sha256: string;
  size: number;
  created_at: Time;
  finished_at: MaybeTime;
  /** Unit or office of the owner. */
  belongs_to: string;
  /** When a dossier took it; null while it counts as waiting. */
  attached_at: MaybeTime;
}

export interface IdempotencyTable {
  subject: string;
  key: string;
  request_sha256: string;
  status: number | null;
  body: JsonColumn<Json>;
  headers: JsonColumn<Readonly<Record<string, string>>>;
  created_at: Time;
}

export interface LedgerOperationTable {
  id: string;
  dossier: string;
  operation: string;
  /** Position of the event that set it off. */
  position: number;
  request: JsonColumn<JsonObject>;
  created_at: Time;
  answered_at: MaybeTime;
  outcome: string | null;
}

export interface MailTable {
  id: string;
  dossier: string;
  template: string;
  recipient: string;
  locale: string;
  position: number;
  sent_at: MaybeTime;
}

export interface DossierCounterTable {
  year: number;
  last: number;
}

export interface WorkerProcessTable {
  id: number;
  workers: JsonColumn<readonly string[]>;
}

export interface Tables {
  office: OfficeTable;
  unit: UnitTable;
  person: PersonTable;
  person_role: PersonRoleTable;
  fact: FactTable;
  sign_in: SignInTable;
  session: SessionTable;
  dossier: DossierTable;
  content: ContentTable;
  event: EventTable;
  document: DocumentTable;
  signature: SignatureTable;
  signing_request: SigningRequestTable;
  upload: UploadTable;
  idempotency: IdempotencyTable;
  ledger_operation: LedgerOperationTable;
  mail: MailTable;
  dossier_counter: DossierCounterTable;
  worker_process: WorkerProcessTable;
}
