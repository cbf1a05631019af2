import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isProcessAlive, runningPostmaster } from './postgres-process';
import { startPrivatePostgres, type PrivatePostgres } from './private-postgres';

let dataDir: string;
let started: PrivatePostgres[];

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'pulso-postgres-'));
  started = [];
});

afterEach(async () => {
  for (const postgres of started) await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<PrivatePostgres> {
  const postgres = await startPrivatePostgres({ dataDir, durable: false });
  started.push(postgres);
  return postgres;
}

const inCluster = (name = '') => path.join(dataDir, 'postgres', 'cluster', name);
const postmasterPid = () => runningPostmaster(inCluster())?.pid ?? 0;

async function ask(url: string, query: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const result = await client.query({ text: query, rowMode: 'array' });
    return String(result.rows[0]?.[0]);
  } finally {
    await client.end();
  }
}

async function untilGone(pid: number): Promise<void> {
  while (isProcessAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('private PostgreSQL', () => {
  test('a fresh folder becomes a running UTF-8 database on loopback only', async () => {
    const postgres = await start();
    expect(postgres.startedHere).toBe(true);
    expect(await ask(postgres.url, 'select current_database()')).toBe('pulso');
    expect(await ask(postgres.url, 'show server_encoding')).toBe('UTF8');
    expect(await ask(postgres.url, 'show listen_addresses')).toBe('127.0.0.1');
    expect(await ask(postgres.url, 'show unix_socket_directories')).toBe('');
    expect(statSync(path.join(dataDir, 'postgres', 'password')).mode & 0o777).toBe(0o600);
  });

  test('nobody gets in without the password', async () => {
    const { url } = await start();
    const guess = new URL(url);
    guess.password = 'wrong';
    await expect(ask(guess.href, 'select 1')).rejects.toThrow(/password/);
  });

  test('a second start finds the running server, and the last to stop ends it', async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ url: first.url, startedHere: false });
    const pid = postmasterPid();
    await first.stop();
    expect(isProcessAlive(pid)).toBe(true);
    await second.stop();
    await untilGone(pid);
    expect(existsSync(inCluster('postmaster.pid'))).toBe(false);
  });

  test('five launchers on one fresh folder are one server', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => start()));
    expect(new Set(all.map((one) => one.url)).size).toBe(1);
    expect(all.filter((one) => one.startedHere)).toHaveLength(1);
    expect(readdirSync(dataDir)).toEqual(['postgres']);
  });

  test('a pid file that another server has made and not yet written is waited for', async () => {
    const before = await start();
    await before.stop();
    const after = start();
    // It has looked and found no server; what it now starts finds the file.
    writeFileSync(inCluster('postmaster.pid'), '', { mode: 0o600 });
    const almostStale = new Date(Date.now() - 3_000);
    utimesSync(inCluster('postmaster.pid'), almostStale, almostStale);
    expect((await after).startedHere).toBe(true);
    expect(readFileSync(path.join(dataDir, 'postgres', 'server.log'), 'utf8')).toContain('is empty');
  });

  test('after kill -9 what was written is served again, on the same port', async () => {
    const before = await startPrivatePostgres({ dataDir });
    started.push(before);
    await ask(before.url, 'create table kept as select 7 as seven');
    const pid = postmasterPid();
    process.kill(pid, 'SIGKILL');
    await untilGone(pid);
    expect(existsSync(inCluster('postmaster.pid'))).toBe(true);
    const after = await start();
    expect(after).toMatchObject({ url: before.url, startedHere: true });
    expect(await ask(after.url, 'select seven from kept')).toBe('7');
  });

  test('a server that a killed launcher left behind is found and can be stopped', async () => {
    const file = path.join(import.meta.dirname, 'private-postgres.ts');
    const program = `
      const { startPrivatePostgres } = await import(${JSON.stringify(file)});
      await startPrivatePostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: false });
      process.kill(process.pid, 'SIGKILL');`;
    spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program]);
    const pid = postmasterPid();
    expect(isProcessAlive(pid)).toBe(true);
    const found = await start();
    expect(found.startedHere).toBe(false);
    await found.stop();
    expect(postmasterPid()).toBe(0);
  });

  test('a stale pid file whose number belongs to another program does not stop the start', async () => {
    const before = await start();
    await before.stop();
    // Not a number of our own: PostgreSQL by itself forgives those of its parents, and only those.
    const stranger = spawn('sleep', ['60']);
    const lines = [stranger.pid, inCluster(), 0, 5432, '', '127.0.0.1', '0 0', 'ready', ''];
    writeFileSync(inCluster('postmaster.pid'), lines.join('\n'), { mode: 0o600 });
    expect((await start()).startedHere).toBe(true);
    stranger.kill();
  });

  test('a removed pid file never lets a second server onto the same data', async () => {
    await start();
    const pid = postmasterPid();
    const content = readFileSync(inCluster('postmaster.pid'));
    rmSync(inCluster('postmaster.pid'));
    const rival = startPrivatePostgres({ dataDir, durable: false });
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(existsSync(inCluster('postmaster.pid'))).toBe(false);
    writeFileSync(inCluster('postmaster.pid'), content, { mode: 0o600 });
    started.push(await rival);
    expect(postmasterPid()).toBe(pid);
  });

  test('a half-made folder of a crashed start is thrown away and made again', async () => {
    const dead = spawnSync(process.execPath, ['--version']).pid;
    const draft = path.join(dataDir, `postgres.new-${dead}-abc`);
    mkdirSync(path.join(draft, 'cluster'), { recursive: true });
    writeFileSync(path.join(draft, 'cluster', 'PG_VERSION'), '18');
    expect((await start()).startedHere).toBe(true);
    expect(existsSync(draft)).toBe(false);
  });

  test('a port that was taken meanwhile is chosen anew', async () => {
    const before = await start();
    await before.stop();
    const port = Number(new URL(before.url).port);
    const squatter = createServer().listen(port, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    const after = await start();
    expect(Number(new URL(after.url).port)).not.toBe(port);
    expect(await ask(after.url, 'select 1')).toBe('1');
    await new Promise((resolve) => squatter.close(resolve));
  });

  test('a folder with mode 0700 is good enough, for root too', async () => {
    chmodSync(dataDir, 0o700);
    expect(await ask((await start()).url, 'select 1')).toBe('1');
  });

  test('a folder that cannot be written is one sentence that says what to do', async () => {
    writeFileSync(path.join(dataDir, 'file'), '');
    const below = path.join(dataDir, 'file', 'data');
    await expect(startPrivatePostgres({ dataDir: below })).rejects.toThrow(
      `The folder ${below} cannot be written: give this user the right to, or choose another with DATA_DIR (DEMO_DIR for the demo).`,
    );
  });

  test('a folder named postgres that is not ours is left alone', async () => {
    mkdirSync(path.join(dataDir, 'postgres'));
    writeFileSync(path.join(dataDir, 'postgres', 'letter.txt'), 'dear diary');
    await expect(start()).rejects.toThrow(/holds no PostgreSQL of Pulso/);
    expect(readdirSync(dataDir)).toEqual(['postgres']);
  });
});
