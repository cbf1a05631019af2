// This module makes connection strings that hold the password of the private PostgreSQL.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort, listenError } from '@/lib/db/free-port';
import { POSTGRES_PROCESS_ENV, postgresBinaries, type PostgresBinaries } from '@/lib/db/postgres-binaries';
import { holdPostgres } from '@/lib/db/postgres-holders';
import { POSTGRES_USER, postgresHome, readPassword, type PostgresHome } from '@/lib/db/postgres-home';
import { runningPostmaster, stopPostmaster, type Postmaster } from '@/lib/db/postgres-process';
import { StartError } from '@/lib/start-error';

export type PrivatePostgres = {
  /** The connection string of the database `pulso`; it holds the password. */
  url: string;
  /** False when it was running already: of another process, or left behind by a killed one. */
  startedHere: boolean;
  /** Ends the server, whoever started it, unless another living process still holds it. */
  stop(): Promise<void>;
};

type Options = {
  dataDir: string;
  /** False gives up safety against a crash of the machine for speed. Only for tests. */
  durable?: boolean;
};

const DATABASE = 'pulso';
const START_LIMIT_MS = 120_000;
const LOG_LIMIT_BYTES = 1_000_000;
const HASTY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
// Another launcher was faster (its lock file stands, is not written yet, or it removed the old one before us), a
// killed server's last children are still leaving, or the port was just taken.
const PASSING_FAILURE =
  /already exists|lock file .* is empty|old lock file .*No such file|still in use|[Aa]ddress already in use|could not bind/;

function readPort(home: PostgresHome): number | null {
  try {
    const port = Number(readFileSync(home.portFile, 'utf8'));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
  } catch {
    return null;
  }
}

async function choosePort(home: PostgresHome): Promise<number> {
  const kept = readPort(home);
  if (kept !== null && (await listenError(kept)) === null) return kept;
  const port = await freePort();
  writeFileSync(home.portFile, String(port), { mode: 0o600 });
  return port;
}

function settings(port: number, durable: boolean): string[] {
  const values = [
    'listen_addresses=127.0.0.1',
    // No socket: its path would have to stay under 107 bytes, and nobody needs it.
    'unix_socket_directories=',
    `port=${port}`,
    'max_connections=100',
    'timezone=UTC',
    'log_checkpoints=off',
    // Details of an error quote rows, and rows are about people.
    'log_error_verbosity=terse',
    ...(durable ? [] : HASTY),
  ];
  return values.flatMap((value) => ['-c', value]);
}

/** Starts the server in a session of its own, so that Ctrl-C reaches it only through us. Resolves to null once ready, else to what it logged. */
async function launch(
  home: PostgresHome,
  binaries: PostgresBinaries,
  durable: boolean,
): Promise<string | null> {
  const args = settings(await choosePort(home), durable);
  const small = statSync(home.logFile, { throwIfNoEntry: false })?.size ?? 0;
  const log = openSync(home.logFile, small > LOG_LIMIT_BYTES ? 'w' : 'a', 0o600);
  const before = statSync(home.logFile).size;
  const [command = '', ...prefix] = [...binaries.prefix, binaries.postgres];
  const child = spawn(command, [...prefix, '-D', home.cluster, ...args], {
    cwd: home.folder,
    detached: true,
    env: POSTGRES_PROCESS_ENV,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let failure: string | null = null;
  child.once('error', (error) => (failure = error.message));
  const deadlineAt = Date.now() + START_LIMIT_MS;
  while (failure === null && Date.now() < deadlineAt) {
    const running = runningPostmaster(home.cluster);
    if (running?.ready && running.pid === child.pid) break;
    if (child.exitCode !== null || child.signalCode !== null) {
      failure = readFileSync(home.logFile).subarray(before).toString('utf8');
    }
    await sleep(15);
  }
  child.unref();
  return failure;
}

async function ensureRunning(
  home: PostgresHome,
  binaries: PostgresBinaries,
  durable: boolean,
): Promise<{ running: Postmaster; startedHere: boolean }> {
  const deadlineAt = Date.now() + START_LIMIT_MS;
  let startedHere = false;
  let said = '';
  while (Date.now() < deadlineAt) {
    const running = runningPostmaster(home.cluster);
    if (running?.ready) return { running, startedHere };
    if (running === null) {
      const failure = await launch(home, binaries, durable);
      startedHere = failure === null;
      said = failure ?? '';
      if (failure !== null && !PASSING_FAILURE.test(failure)) break;
      if (startedHere) continue;
    }
    await sleep(100);
  }
  const reason = said.trim().split('\n').at(-1) || 'it did not become ready in two minutes';
  throw new StartError(
    `PostgreSQL did not start (${reason}): read ${home.logFile}, or set DATABASE_URL to a PostgreSQL of yours.`,
  );
}

function urlOf(home: PostgresHome, port: number, database: string): string {
  return `postgres://${POSTGRES_USER}:${readPassword(home)}@127.0.0.1:${port}/${database}`;
}

// The database exists already, because of the launcher next to us.
const MADE_BY_ANOTHER = ['42P04', '23505'];
// The server is on its way out or not yet in: look again.
const NOT_THERE = ['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET'];

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Resolves to false when the server went away meanwhile. */
async function ensureDatabase(maintenanceUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: maintenanceUrl, connectionTimeoutMillis: 10_000 });
  // A server that dies under us also says so here; the query below rejects anyway.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
    return true;
  } catch (error) {
    if (MADE_BY_ANOTHER.includes(codeOf(error))) return true;
    if (NOT_THERE.includes(codeOf(error))) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Starts the PostgreSQL of a data folder, or finds the one that runs there. Any number of processes may call
 * it at the same time: PostgreSQL's own pid file decides who starts it, and the others wait and use it.
 * Throws StartError with a sentence for a person.
 */
export async function startPrivatePostgres({ dataDir, durable = true }: Options): Promise<PrivatePostgres> {
  const binaries = postgresBinaries();
  const home = postgresHome(dataDir, binaries, durable);
  // The mark comes before the look, so that a process that is about to stop the server sees us.
  const release = holdPostgres(home.holders);
  const stop = async () => {
    if (release()) await stopPostmaster(home.cluster);
  };
  try {
    for (;;) {
      const { running, startedHere } = await ensureRunning(home, binaries, durable);
      const reached = await ensureDatabase(urlOf(home, running.port, 'postgres'));
      if (reached) return { url: urlOf(home, running.port, DATABASE), startedHere, stop };
      await sleep(100);
    }
  } catch (error) {
    await stop();
    throw error;
  }
}
