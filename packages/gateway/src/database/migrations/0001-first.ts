import { sql } from "kysely";
import type { Kysely } from "kysely";

const tables = [
  `create table office (code text primary key, name text not null)`,
  `create table unit (
    code text primary key, name text not null, email text not null, office text not null references office,
    locale text not null, accounts jsonb not null, attributes jsonb not null)`,
  `create table person (subject text primary key, name text not null, email text not null, belongs_to text not null)`,
  `create table person_role (
    subject text not null references person on delete cascade, role text not null,
    valid_from text not null, valid_to text, certificates jsonb not null,
    primary key (subject, role, valid_from))`,
  `create table fact (unit text not null references unit on delete cascade, name text not null, value jsonb not null, primary key (unit, name))`,

  `create table sign_in (
    state text primary key, browser text not null, verifier text not null, nonce text not null,
    return_to text not null, expires_at timestamptz not null)`,
  `create table session (
    token text primary key, subject text not null references person on delete cascade, claimed_roles jsonb,
    created_at timestamptz not null, seen_at timestamptz not null)`,

  `create table dossier (
    id uuid primary key, code text not null unique, procedure text not null, procedure_version integer not null, regime text not null,
    unit text not null references unit, office text not null references office, created_at timestamptz not null,
    updated_at timestamptz not null, version integer not null, revision integer not null, state text not null,
    title text not null, number text not null, amount bigint not null, due_on text)`,
  `create index on dossier (unit, updated_at desc)`,
  `create index on dossier (office, updated_at desc)`,
  `create table content (
    dossier uuid not null references dossier, version integer not null, data jsonb not null, sha256 text not null,
    attachments jsonb not null, warnings jsonb not null, primary key (dossier, version))`,
  `create sequence event_cursor as bigint`,
  `create table event (
    cursor bigint primary key, dossier uuid not null references dossier, position integer not null, at timestamptz not null,
    type text not null, actor jsonb not null, detail jsonb not null, unique (dossier, position))`,
  `create table document (
    id uuid primary key, dossier uuid not null references dossier, template text not null, version integer not null,
    at timestamptz not null, data jsonb not null, sha256 text not null)`,
  `create index on document (dossier)`,
  `create table signature (
    dossier uuid not null references dossier, sequence integer not null, version integer not null, document uuid references document,
    document_name text not null, key_sha256 text not null,
    manifest bytea not null, asic_manifest bytea not null, cades bytea not null, primary key (dossier, sequence))`,
  `create table signing_request (
    id uuid primary key, dossier uuid not null references dossier, subject text not null, action text not null, policy text not null,
    document uuid references document, origin text not null, request jsonb not null, expires_at timestamptz not null, used_at timestamptz)`,
  `create index on signing_request (expires_at)`,

  `create table upload (
    id text primary key, owner text not null, name text not null, media_type text not null, sha256 text not null, size bigint not null,
    created_at timestamptz not null, finished_at timestamptz)`,
  `create table idempotency (
    subject text not null, key text not null, request_sha256 text not null, status integer, body jsonb, headers jsonb not null,
    created_at timestamptz not null, primary key (subject, key))`,
  `create index on idempotency (created_at)`,
  `create table ledger_operation (
    id uuid primary key, dossier uuid not null references dossier, operation text not null, position integer not null,
    request jsonb not null, created_at timestamptz not null, answered_at timestamptz, outcome text)`,
  `create table mail (
    id uuid primary key, dossier uuid not null references dossier, template text not null, recipient text not null,
    locale text not null, position integer not null, sent_at timestamptz)`,
  `create table dossier_counter (year integer primary key, last integer not null)`,
  `create table worker_process (id integer primary key, workers jsonb not null)`,
];

/** What has been recorded stays: not even the gateway's own database user changes it. */
const appendOnly = ["event", "content", "document", "signature"];

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const table of tables) await sql.raw(table).execute(database);
  await sql
    .raw(
      `create function refuse_change() returns trigger language plpgsql as $$
       begin raise exception 'table % only grows', tg_table_name using errcode = 'restrict_violation'; end $$`,
    )
    .execute(database);
  for (const table of appendOnly) {
    await sql
      .raw(`create trigger only_grows before update or delete or truncate on ${table} for each statement execute function refuse_change()`)
      .execute(database);
  }
}
