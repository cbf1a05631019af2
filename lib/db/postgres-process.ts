import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type Postmaster = { pid: number; port: number; ready: boolean };

const FAST_STOP_MS = 10_000;
const IMMEDIATE_STOP_MS = 5_000;
const EMPTY_FILE_IS_STALE_AFTER_MS = 5_000;

export function isProcessAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The command line of a process, '' for a zombie, null when this machine does not tell. */
function commandLine(pid: number): string | null {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return null;
    }
  }
  const ps = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return ps.status === 0 ? ps.stdout : null;
}

function isPostmasterOf(cluster: string, pid: number): boolean {
  if (!isProcessAlive(pid)) return false;
  const command = commandLine(pid);
  return command === null || (command.includes('postgres') && command.includes(cluster));
}

function readPidFile(file: string): string | null {
  try {
    const text = readFileSync(file, 'utf8');
    if (text !== '' || Date.now() - statSync(file).mtimeMs < EMPTY_FILE_IS_STALE_AFTER_MS) return text;
    rmSync(file, { force: true });
  } catch {
    // It does not exist, or went away meanwhile.
  }
  return null;
}

/**
 * The living server of a cluster, null when there is none. A pid file that a killed server left behind is
 * removed when its number now belongs to another program, which PostgreSQL itself would take for a server.
 * Removing too much is harmless: PostgreSQL also checks the shared memory of the folder before it starts.
 */
export function runningPostmaster(cluster: string): Postmaster | null {
  const file = path.join(cluster, 'postmaster.pid');
  const text = readPidFile(file);
  if (text === null) return null;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (text !== '' && !isPostmasterOf(cluster, pid)) {
    if (isProcessAlive(pid)) rmSync(file, { force: true });
    return null;
  }
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
}

async function goneWithin(pid: number, cluster: string, limitMs: number): Promise<boolean> {
  const deadlineAt = Date.now() + limitMs;
  while (isPostmasterOf(cluster, pid)) {
    if (Date.now() > deadlineAt) return false;
    await sleep(20);
  }
  return true;
}

/** Ends a server: clients are cut off and all is written; after 10 s without that, at once (it recovers at the next start). */
export async function stopPostmaster(cluster: string): Promise<void> {
  const running = runningPostmaster(cluster);
  if (running === null || running.pid <= 0) return;
  process.kill(running.pid, 'SIGINT');
  if (await goneWithin(running.pid, cluster, FAST_STOP_MS)) return;
  process.kill(running.pid, 'SIGQUIT');
  await goneWithin(running.pid, cluster, IMMEDIATE_STOP_MS);
}
