import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { freePort } from '@/lib/db/free-port';
import { environment } from '../environment';
import { expect, test } from '../fixtures';

// The folder that goes into a container: away from the clone and its packages, as a user with no rights, on files that
// nobody may write.

const NOBODY = 65_534;

function everythingIn(folder: string): string[] {
  const inside = readdirSync(folder, { recursive: true, withFileTypes: true });
  return [folder, ...inside.map((entry) => path.join(entry.parentPath, entry.name))];
}

/** Gives every file and folder this right to write, or takes it. */
function setWritable(folder: string, writable: boolean): void {
  for (const name of everythingIn(folder)) {
    const entry = statSync(name);
    const mode = entry.isDirectory() ? 0o555 : 0o444;
    chmodSync(name, writable ? mode | 0o200 : mode);
  }
}

/** Root may be anybody; whoever else runs the tests is already somebody without rights over the system. */
function userOf(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {};
  const user = { uid: NOBODY, gid: NOBODY };
  // A Node in the home of root cannot be run by others.
  return spawnSync(process.execPath, ['--version'], user).status === 0 ? user : {};
}

/** Two empty databases, as an operator's own PostgreSQL has them. */
async function ownDatabases() {
  const admin = new Client({ connectionString: environment().DATABASE_URL });
  await admin.connect();
  const names = ['lived', 'restored'].map((use) => `${use}_${randomBytes(6).toString('hex')}`);
  for (const name of names) await admin.query(`create database ${name}`);
  const [lived = '', restored = ''] = names.map((name) =>
    Object.assign(new URL(environment().DATABASE_URL), { pathname: `/${name}` }).toString(),
  );
  const drop = async () => {
    for (const name of names) await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  };
  return { lived, restored, drop };
}

function run(folder: string, command: string, args: string[], env: Record<string, string>, input = '') {
  const file = path.join(folder, 'bin', `${command}.mjs`);
  const options = { cwd: '/', env: { ...env, NODE_ENV: 'production' as const }, encoding: 'utf8' as const };
  return spawnSync(process.execPath, [file, ...args], { ...options, ...userOf(), input });
}

function start(folder: string, env: Record<string, string>) {
  const child = spawn(process.execPath, [path.join(folder, 'bin/serve.mjs')], {
    cwd: '/',
    env: { ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...userOf(),
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (log += String(piece)));
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const stop = async () => {
    const askedAt = performance.now();
    child.kill('SIGTERM');
    return { code: await ended, ms: performance.now() - askedAt };
  };
  return { log: () => log, stop, kill: () => child.kill('SIGKILL') };
}

test('the folder for a container runs by itself, as nobody, on files that it cannot write', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pulso-standalone-'));
  const databases = await ownDatabases();
  const backups = mkdtempSync(path.join(tmpdir(), 'pulso-backup-'));
  chmodSync(backups, 0o777);
  const port = await freePort();
  const env = {
    DATABASE_URL: databases.lived,
    WISPHUB_API: 'net',
    WISPHUB_URL: environment().SIMULATOR_URL,
    WISPHUB_TOKEN: environment().SIMULATOR_KEY,
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    NEXTAUTH_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
  };
  let server: ReturnType<typeof start> | undefined;
  try {
    const made = spawnSync(process.execPath, ['scripts/assemble.mjs', folder], { encoding: 'utf8' });
    expect(made.status, made.stderr).toBe(0);
    expect(readdirSync(folder).filter((name) => /^\.env|^(?:lib|app|scripts|e2e)$/.test(name))).toEqual([]);
    expect(existsSync(path.join(folder, 'node_modules/tsx'))).toBe(false);
    setWritable(folder, false);

    const withoutDatabase = run(folder, 'serve', [], { ...env, DATABASE_URL: '' });
    expect(withoutDatabase.status).toBe(1);
    expect(withoutDatabase.stderr).toMatch(/^DATABASE_URL: expected /);

    // The first command brings the database up; without an account every page would lead to the setup.
    const email = 'ops@example.com';
    const added = run(
      folder,
      'user',
      ['add', '--email', email, '--role', 'admin'],
      env,
      'seven long words 42',
    );
    expect(added.status, added.stderr).toBe(0);

    server = start(folder, env);
    const { log } = server;
    const origin = env.NEXTAUTH_URL;
    const statusOf = (at: string) =>
      fetch(origin + at).then(
        ({ status }) => status,
        () => 0,
      );
    await expect.poll(() => statusOf('/api/health/ready'), { timeout: 30_000 }).toBe(200);
    expect(await statusOf('/api/health/live')).toBe(200);
    const page = await fetch(`${origin}/sign-in`);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('Pulso');
    const files = [...html.matchAll(/"(\/_next\/static\/[^"]+\.(?:js|css))"/g)].map(([, name]) => name ?? '');
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) expect(await statusOf(file), file).toBe(200);
    expect(await statusOf('/icon.svg')).toBe(200);

    const refused = await fetch(`${origin}/api/v1/profile/`);
    expect(refused.status).toBe(401);
    const number = refused.headers.get('x-request-id') ?? '';
    await expect.poll(log).toContain(number);
    const line = log()
      .split('\n')
      .find((one) => one.includes(number) && one.includes('"msg":"request"'));
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      request_id: number,
      method: 'GET',
      route: '/api/v1/profile',
      status: 401,
    });
    expect(page.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    expect((await fetch(`${origin}/`, { method: 'TRACE' }).catch(() => null))?.status ?? 405).toBe(405);

    // While the server runs, and into a database of its own: what was there is there again.
    const file = path.join(backups, 'x.backup.gz');
    const backup = run(folder, 'backup', ['--file', file], env);
    expect(backup.status, backup.stderr).toBe(0);
    const elsewhere = { ...env, DATABASE_URL: databases.restored };
    const restored = run(folder, 'restore', ['--file', file], elsewhere);
    expect(restored.status, restored.stderr).toBe(0);
    const people = [env, elsewhere].map((of) => run(folder, 'user', ['list'], of).stdout);
    expect(people[1]).toBe(people[0]);
    expect(people[0]).toContain(email);
    const again = run(folder, 'restore', ['--file', file], elsewhere);
    expect(again.status).toBe(1);
    expect(again.stderr).toContain('in use already');

    const { code, ms } = await server.stop();
    expect(code, log()).toBe(0);
    expect(ms).toBeLessThan(10_000);
    expect(log()).not.toMatch(/EACCES|EROFS|EPERM/);
  } finally {
    server?.kill();
    await databases.drop();
    setWritable(folder, true);
    for (const left of [folder, backups]) rmSync(left, { recursive: true, force: true });
  }
});
