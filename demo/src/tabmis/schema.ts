import type pg from "pg";

/** One budget account of a unit in one budget year. Amounts are whole đồng. */
export interface Estimate {
  readonly unit: string;
  readonly account: string;
  readonly chapter: string;
  readonly amount: number;
}

/** Makes the simulator's own schema, and keeps what is there. */
export async function prepareSchema(pool: pg.Pool, estimates: readonly Estimate[]): Promise<void> {
  await pool.query(`
    create schema if not exists tabmis;
    create table if not exists tabmis.accounts (
      account text primary key,
      unit text not null,
      chapter text not null,
      estimate bigint not null check (estimate >= 0),
      reserved bigint not null default 0 check (reserved >= 0),
      spent bigint not null default 0 check (spent >= 0),
      check (reserved + spent <= estimate)
    );
    create table if not exists tabmis.operations (
      id text primary key,
      operation text not null,
      dossier text not null,
      dossier_code text not null,
      answer jsonb,
      ready_at timestamptz not null default now(),
      at timestamptz not null default now()
    );
    create sequence if not exists tabmis.reference;
    create table if not exists tabmis.entries (
      reference text primary key,
      module text not null check (module in ('GL', 'AP')),
      dossier text not null,
      dossier_code text not null,
      account text not null references tabmis.accounts,
      amount bigint not null check (amount > 0),
      approval text not null,
      state text not null check (state in ('open', 'stuck', 'paid', 'cancelled')),
      at timestamptz not null default now()
    );
    create unique index if not exists one_open_entry on tabmis.entries (dossier) where state in ('open', 'stuck');
    create table if not exists tabmis.scenarios (
      id bigint generated always as identity primary key,
      kind text not null,
      used_at timestamptz
    );
  `);
  for (const estimate of estimates) {
    await pool.query(
      "insert into tabmis.accounts (account, unit, chapter, estimate) values ($1, $2, $3, $4) on conflict (account) do nothing",
      [estimate.account, estimate.unit, estimate.chapter, estimate.amount],
    );
  }
}
