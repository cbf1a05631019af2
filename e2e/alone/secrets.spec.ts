import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { z } from 'zod';
import { openDatabase } from '@/lib/db/client';
import { freePort } from '@/lib/db/free-port';
import { insertUser } from '@/lib/db/users';
import { PAGE_RULES, ROUTE_RULES } from '@/lib/domain/route-rules';
import { hashPassword } from '@/lib/password';
import { signIn } from '../accounts';
import { filled, requestOf } from '../door-table';
import { environment } from '../environment';
import { expect, test } from '../fixtures';
import { cookieHeader, rawRequest } from '../raw-request';

const canary = (name: string) => `canary-${name}-${randomBytes(18).toString('base64url')}`;

/** A secret as it stands, and as base64 at each of its three offsets, base64url, hex and percent-encoding show it. */
function formsOf(secret: string): string[] {
  const shifted = [0, 1, 2].flatMap((pad) => {
    const encoded = Buffer.from(' '.repeat(pad) + secret).toString('base64');
    // What stands at the edges depends on the neighbours.
    const core = encoded.slice(4, -6);
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
  });
  return [secret, encodeURIComponent(secret), Buffer.from(secret).toString('hex'), ...shifted];
}

type Places = Map<string, string>;

function hits(secrets: Record<string, string>, places: Places): string[] {
  return Object.entries(secrets).flatMap(([name, secret]) =>
    [...places].flatMap(([place, text]) =>
      formsOf(secret).some((form) => text.includes(form)) ? [`${name} in ${place}`] : [],
    ),
  );
}

/** A database of its own, with a role whose password is a canary. */
async function ownDatabase(password: string) {
  const admin = new Client({ connectionString: environment().DATABASE_URL });
  await admin.connect();
  const name = `canary_${randomBytes(6).toString('hex')}`;
  await admin.query(`create role ${name} login superuser password '${password}'`);
  await admin.query(`create database ${name} owner ${name}`);
  const url = new URL(environment().DATABASE_URL);
  Object.assign(url, { username: name, password, pathname: `/${name}` });
  const drop = async () => {
    await admin.query(`drop database ${name} with (force)`);
    await admin.query(`drop role ${name}`);
    await admin.end();
  };
  return { url: url.href, drop };
}

/** The product as `npm start` starts it, with everything it writes. */
async function startProduct(variables: Record<string, string>, port: number) {
  const env = { ...process.env, ...variables, PORT: String(port), LOG_LEVEL: 'debug' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (log += String(piece)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const origin = `http://127.0.0.1:${port}`;
  await expect
    .poll(
      () =>
        fetch(`${origin}/api/health/ready`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 40_000 },
    )
    .toBe(200);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { origin, log: () => log, stop };
}

async function dumpInto(places: Places, url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  for (const { name } of rows) {
    const dump = await client.query<{ line: string }>(`select t::text as line from ${name} t`);
    places.set(`the table ${name}`, dump.rows.map(({ line }) => line).join('\n'));
  }
  await client.end();
}

function staticFilesInto(places: Places): void {
  for (const name of readdirSync('.next/static', { recursive: true, encoding: 'utf8' })) {
    if (/\.(js|css|json|txt)$/.test(name))
      places.set(name, readFileSync(path.join('.next/static', name), 'latin1'));
  }
}

const madeSchema = z.object({ data: z.object({ token: z.string() }) });
const invitedSchema = z.object({ data: z.object({ link: z.object({ url: z.url() }) }) });

test('no secret is in a log, an answer, a page, a file for browsers or a dump of the database', async () => {
  test.slow();
  const dbPassword = canary('db');
  const secrets: Record<string, string> = {
    WISPHUB_TOKEN: canary('upstream'),
    NEXTAUTH_SECRET: canary('session-secret'),
    'the password of the database': dbPassword,
    'the password of a person': canary('person'),
    'a mistyped password': canary('mistyped'),
  };
  const database = await ownDatabase(dbPassword);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'pulso-canary-'));
  const places: Places = new Map();
  try {
    const port = await freePort();
    const product = await startProduct(
      {
        DATABASE_URL: database.url,
        DATA_DIR: dataDir,
        WISPHUB_API: 'net',
        WISPHUB_URL: environment().SIMULATOR_URL,
        WISPHUB_TOKEN: secrets.WISPHUB_TOKEN ?? '',
        NEXTAUTH_SECRET: secrets.NEXTAUTH_SECRET ?? '',
        NEXTAUTH_URL: `http://127.0.0.1:${port}`,
        DEMO: '',
        HOST: '127.0.0.1',
      },
      port,
    );
    const { origin } = product;
    try {
      const email = 'canary@example.com';
      const password = secrets['the password of a person'] ?? '';
      const db = openDatabase(database.url, { max: 1 });
      const passwordHash = await hashPassword(password);
      await insertUser(db, { id: randomUUID(), email, name: 'Canary', role: 'admin', passwordHash });
      await db.$client.end();
      const mistyped = secrets['a mistyped password'] ?? '';
      await signIn({ email, password: mistyped }, origin).catch(() => {});
      await signIn({ email: mistyped, password: mistyped }, origin).catch(() => {});
      const { cookies } = await signIn({ email, password }, origin);
      const cookie = cookieHeader(cookies);
      for (const { name, value } of cookies) {
        if (/session-token|pulso-device/.test(name)) secrets[`the cookie ${name}`] = value;
      }
      const ask = (method: string, at: string, body?: unknown, headers: Record<string, string> = {}) =>
        rawRequest({
          origin,
          method,
          path: at,
          headers: { cookie, 'content-type': 'application/json', ...headers },
          data: body === undefined ? undefined : JSON.stringify(body),
        });

      // The two answers that hold a secret once, because they hand it over.
      const made = await ask('POST', '/api/v1/tokens/', { name: 'bot', scopes: ['ping:write'], days: 1 });
      secrets['an API token'] = madeSchema.parse(JSON.parse(made.text)).data.token;
      const invitation = { name: 'Ana', email: 'ana@example.com', role: 'agent' };
      const invited = await ask('POST', '/api/v1/users/', invitation);
      const { hash } = new URL(invitedSchema.parse(JSON.parse(invited.text)).data.link.url);
      secrets['an invitation'] = hash.replace(/^#.*?([\w-]{43})$/, '$1');
      expect(secrets['an invitation']).toHaveLength(43);

      // WispHub does not know this key: the launches end in its refusals, and in the log.
      const bearer = { authorization: `Bearer ${secrets['an API token'] ?? ''}`, cookie: '' };
      places.set(
        'a launch of a program',
        (await ask('POST', '/api/v1/12345/ping/', { pings: 4 }, bearer)).text,
      );
      places.set('a launch of a person', (await ask('POST', '/api/v1/1001/ping/', { pings: 4 })).text);
      for (const rule of ROUTE_RULES) {
        if (rule.path.endsWith('/tokens') && rule.method === 'POST') continue;
        if (/users\/\[userId\]\/link|profile\/sessions/.test(rule.path) && rule.method !== 'GET') continue;
        const asked = requestOf(rule);
        const answer = await rawRequest({ ...asked, origin, headers: { ...asked.headers, cookie } });
        places.set(`${rule.method} ${asked.path}`, answer.text);
      }
      const broken = { authorization: `Bearer ${mistyped}`, cookie: '' };
      places.set('an unknown token', (await ask('GET', '/api/v1/services/', undefined, broken)).text);
      for (const { path: page } of PAGE_RULES) {
        places.set(`page ${page}`, (await ask('GET', filled(page))).text);
        places.set(
          `payload ${page}`,
          (await ask('GET', `${filled(page)}?_rsc=x`, undefined, { rsc: '1' })).text,
        );
      }
      await dumpInto(places, database.url);
    } finally {
      await product.stop();
    }
    places.set('the log', product.log());
  } finally {
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  staticFilesInto(places);
  expect(places.get('the log')).toContain('Pulso listens');
  expect(places.size).toBeGreaterThan(100);
  expect(hits({ witness: 'Pulso listens on' }, places), 'the search finds what is there').toEqual([
    'witness in the log',
  ]);
  expect(hits(secrets, places)).toEqual([]);
});
