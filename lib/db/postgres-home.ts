// This module writes the password of the private PostgreSQL, in a file that only its owner can read.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { isProcessAlive } from '@/lib/db/postgres-process';
import { POSTGRES_PROCESS_ENV, type PostgresBinaries } from '@/lib/db/postgres-binaries';
import { StartError } from '@/lib/start-error';

export const POSTGRES_USER = 'pulso';

/** The absolute paths of one private PostgreSQL. */
export type PostgresHome = {
  folder: string;
  cluster: string;
  passwordFile: string;
  portFile: string;
  logFile: string;
  holders: string;
};

const DRAFT = 'postgres.new-';

function homeAt(folder: string): PostgresHome {
  return {
    folder,
    cluster: path.join(folder, 'cluster'),
    passwordFile: path.join(folder, 'password'),
    portFile: path.join(folder, 'port'),
    logFile: path.join(folder, 'server.log'),
    holders: path.join(folder, 'holders'),
  };
}

/** Not mkdir's own `recursive`, which never returns below a folder that refuses like /proc does. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another launcher may have made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

function writableFolder(dataDir: string): string {
  const folder = path.resolve(dataDir);
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
    // One folder has one name: a running PostgreSQL is recognised by the path it was started with.
    return realpathSync(folder);
  } catch {
    throw new StartError(
      `The folder ${folder} cannot be written: give this user the right to, or choose another with DATA_DIR (DEMO_DIR for the demo).`,
    );
  }
}

function removeAbandonedDrafts(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (!name.startsWith(DRAFT)) continue;
    const owner = Number.parseInt(name.slice(DRAFT.length), 10);
    if (!isProcessAlive(owner)) rmSync(path.join(dataDir, name), { recursive: true, force: true });
  }
}

function initialise(home: PostgresHome, binaries: PostgresBinaries, durable: boolean): void {
  writeFileSync(home.passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  mkdirSync(home.holders, { mode: 0o700 });
  const [command = '', ...args] = [...binaries.prefix, binaries.initdb];
  const options = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', `--username=${POSTGRES_USER}`];
  if (!durable) options.push('--no-sync');
  const result = spawnSync(
    command,
    [...args, `--pgdata=${home.cluster}`, `--pwfile=${home.passwordFile}`, ...options],
    { env: POSTGRES_PROCESS_ENV, encoding: 'utf8' },
  );
  if (result.status === 0) return;
  const reason = result.stderr?.trim().split('\n').at(-1) ?? String(result.error?.message);
  throw new StartError(
    `PostgreSQL could not create its files below ${path.dirname(home.folder)} (${reason}): ` +
      'set DATA_DIR to a folder of this user, or DATABASE_URL to a PostgreSQL of yours.',
  );
}

function isComplete(home: PostgresHome): boolean {
  return existsSync(path.join(home.cluster, 'PG_VERSION')) && existsSync(home.passwordFile);
}

/**
 * The home of the PostgreSQL of a data folder, created when missing. It is made under a draft name and
 * renamed when complete, so a crash leaves a draft and never half a home, and of two makers one wins.
 */
export function postgresHome(dataDir: string, binaries: PostgresBinaries, durable: boolean): PostgresHome {
  const folder = writableFolder(dataDir);
  const home = homeAt(path.join(folder, 'postgres'));
  if (!isComplete(home)) {
    removeAbandonedDrafts(folder);
    const draft = mkdtempSync(path.join(folder, `${DRAFT}${process.pid}-`));
    try {
      initialise(homeAt(draft), binaries, durable);
      renameSync(draft, home.folder);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (error instanceof StartError) throw error;
    }
  }
  if (isComplete(home)) return home;
  throw new StartError(`${home.folder} holds no PostgreSQL of Pulso: move it away, or set DATA_DIR.`);
}

export function readPassword(home: PostgresHome): string {
  return readFileSync(home.passwordFile, 'utf8').trim();
}
