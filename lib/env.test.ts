import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EnvError, parseDatabaseEnv, parseEnv } from './env';

const good = {
  NODE_ENV: 'test',
  WISPHUB_API: 'net',
  WISPHUB_URL: 'https://api.wisphub.net',
  WISPHUB_TOKEN: 'canary-key-7f3a',
  NEXTAUTH_SECRET: 'canary-secret-7f3a-canary-secret-7f3a',
  NEXTAUTH_URL: 'https://pulso.example.com',
} as const;

type Changes = Record<string, string | undefined>;

function refusal(changes: Changes, parse: (source: NodeJS.ProcessEnv) => unknown = parseEnv): string {
  try {
    parse({ ...good, ...changes });
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  throw new Error('this environment was accepted');
}

const parse = (changes: Changes) => parseEnv({ ...good, ...changes });

const names = (message: string) => message.split('\n').map((line) => line.split(':')[0]);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pulso-env-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('a good environment', () => {
  it('needs five variables; the rest has the documented defaults', () => {
    expect(parseEnv(good)).toMatchObject({
      WISPHUB_API: 'net',
      WISPHUB_URL: 'https://api.wisphub.net',
      WISPHUB_TOKEN: 'canary-key-7f3a',
      NEXTAUTH_SECRET: 'canary-secret-7f3a-canary-secret-7f3a',
      NEXTAUTH_URL: 'https://pulso.example.com',
      DATA_DIR: '.data',
      PORT: 3000,
      HOST: '127.0.0.1',
      WISPHUB_PINGS_PER_TASK: 10,
      WISPHUB_RATE_PER_MINUTE: 100,
      WISPHUB_LAUNCH_SPACING_MS: 1500,
      WISPHUB_TIMEOUT_MS: 10_000,
      POLL_FIRST_MS: 2000,
      POLL_MIN_MS: 2000,
      POLL_MAX_MS: 5000,
      POLL_MAX_LOOKS: 20,
      POLL_LIMIT_MS: 60_000,
      LAUNCHES_PER_MINUTE: 120,
      REQUESTS_PER_MINUTE: 600,
      TOKEN_REQUESTS_PER_MINUTE: 300,
      TRUSTED_PROXY_HOPS: 0,
      RUNNER: true,
      GALLERY: false,
      DEMO: false,
      PRACTICE_ORIGINS: [],
      TIME_ZONE: 'America/Bogota',
      LOG_LEVEL: 'info',
    });
    expect(parseEnv(good).DATABASE_URL).toBeUndefined();
  });

  it('an empty variable is one that is not set', () => {
    const empty = { PORT: '', RUNNER: '', DATABASE_URL: '', LOG_LEVEL: '', WISPHUB_TOKEN_FILE: '' };
    expect(parseEnv({ ...good, ...empty })).toEqual(parseEnv(good));
  });

  it('http is allowed to a WispHub on loopback, and a final slash is taken off', () => {
    for (const [url, origin] of [
      ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
      ['http://localhost:4010/', 'http://localhost:4010'],
      ['http://[::1]:4010', 'http://[::1]:4010'],
      ['https://sandbox-api.wisphub.net/', 'https://sandbox-api.wisphub.net'],
    ]) {
      expect(parseEnv({ ...good, WISPHUB_URL: url }).WISPHUB_URL).toBe(origin);
    }
  });

  it('switches are on or off, numbers are numbers', () => {
    const set = { RUNNER: 'off', GALLERY: 'on', DEMO: 'on', PORT: '65535', WISPHUB_LAUNCH_SPACING_MS: '0' };
    expect(parseEnv({ ...good, ...set })).toMatchObject({
      RUNNER: false,
      GALLERY: true,
      DEMO: true,
      PORT: 65_535,
      WISPHUB_LAUNCH_SPACING_MS: 0,
    });
  });

  it('a variable that is not ours is left out', () => {
    expect(parseEnv({ ...good, AWS_SECRET_ACCESS_KEY: 'canary' })).not.toHaveProperty(
      'AWS_SECRET_ACCESS_KEY',
    );
  });
});

describe('a secret in a file', () => {
  it.each(['WISPHUB_TOKEN', 'NEXTAUTH_SECRET', 'DATABASE_URL'] as const)(
    '%s_FILE is read and trimmed',
    (name) => {
      const value = name === 'DATABASE_URL' ? 'postgres://pulso:x@db:5432/pulso' : 'f'.repeat(40);
      const path = file(name, `  ${value}\n`);
      expect(parseEnv({ ...good, [name]: undefined, [`${name}_FILE`]: path })[name]).toBe(value);
      expect(parseEnv({ ...good, [name]: '', [`${name}_FILE`]: path })[name]).toBe(value);
    },
  );

  it('a name that is no secret has no file', () => {
    const path = file('port', '4000');
    expect(parseEnv({ ...good, PORT_FILE: path }).PORT).toBe(3000);
  });
});

const broken: [variable: string, changes: Changes][] = [
  ['WISPHUB_API', { WISPHUB_API: undefined }],
  ['WISPHUB_API', { WISPHUB_API: 'canary-v2' }],
  ['WISPHUB_API', { WISPHUB_API: 'NET' }],
  ['WISPHUB_URL', { WISPHUB_URL: undefined }],
  ['WISPHUB_URL', { WISPHUB_URL: 'canary' }],
  ['WISPHUB_URL', { WISPHUB_URL: 'http://canary.example.com' }],
  ['WISPHUB_URL', { WISPHUB_URL: 'https://canary.example.com/api' }],
  ['WISPHUB_URL', { WISPHUB_URL: 'https://canary.example.com?x=1' }],
  ['WISPHUB_URL', { WISPHUB_URL: 'https://user:canary@api.wisphub.net' }],
  ['WISPHUB_URL', { WISPHUB_URL: 'ftp://canary.example.com' }],
  ['WISPHUB_URL', { WISPHUB_URL: 'http://127.0.0.1.canary.example.com' }],
  ['WISPHUB_URL', { WISPHUB_URL: 'javascript:canary' }],
  ['WISPHUB_URL', { WISPHUB_URL: 'https://canary.example.com#x' }],
  ['WISPHUB_TOKEN', { WISPHUB_TOKEN: undefined }],
  ['WISPHUB_TOKEN', { WISPHUB_TOKEN: 'canary with spaces' }],
  ['WISPHUB_TOKEN', { WISPHUB_TOKEN: 'canary\nInjected: 1' }],
  ['WISPHUB_TOKEN', { WISPHUB_TOKEN: 'canary-ñ' }],
  ['NEXTAUTH_SECRET', { NEXTAUTH_SECRET: undefined }],
  ['NEXTAUTH_SECRET', { NEXTAUTH_SECRET: 'canary-too-short' }],
  ['NEXTAUTH_URL', { NEXTAUTH_URL: undefined }],
  ['NEXTAUTH_URL', { NEXTAUTH_URL: 'canary.example.com' }],
  ['NEXTAUTH_URL', { NEXTAUTH_URL: 'https://canary.example.com/sign-in' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://canary@db/pulso' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://canary db' }],
  ['PORT', { PORT: '0' }],
  ['PORT', { PORT: '65536' }],
  ['PORT', { PORT: 'canary' }],
  ['PORT', { PORT: '3000.5' }],
  ['PORT', { PORT: '-3000' }],
  ['PORT', { PORT: '0x10' }],
  ['PORT', { PORT: '9'.repeat(400) }],
  ['WISPHUB_PINGS_PER_TASK', { WISPHUB_PINGS_PER_TASK: '101' }],
  ['WISPHUB_PINGS_PER_TASK', { WISPHUB_PINGS_PER_TASK: '0' }],
  ['WISPHUB_RATE_PER_MINUTE', { WISPHUB_RATE_PER_MINUTE: '0' }],
  ['WISPHUB_RATE_PER_MINUTE', { WISPHUB_RATE_PER_MINUTE: '1e3' }],
  ['WISPHUB_LAUNCH_SPACING_MS', { WISPHUB_LAUNCH_SPACING_MS: '60001' }],
  ['WISPHUB_TIMEOUT_MS', { WISPHUB_TIMEOUT_MS: '10001' }],
  ['WISPHUB_TIMEOUT_MS', { WISPHUB_TIMEOUT_MS: '99' }],
  ['POLL_FIRST_MS', { POLL_FIRST_MS: '9' }],
  ['POLL_MIN_MS', { POLL_MIN_MS: 'canary' }],
  ['POLL_MAX_MS', { POLL_MAX_MS: '60001' }],
  ['POLL_MAX_LOOKS', { POLL_MAX_LOOKS: '0' }],
  ['POLL_LIMIT_MS', { POLL_LIMIT_MS: '999' }],
  ['LAUNCHES_PER_MINUTE', { LAUNCHES_PER_MINUTE: '0' }],
  ['REQUESTS_PER_MINUTE', { REQUESTS_PER_MINUTE: '-1' }],
  ['TOKEN_REQUESTS_PER_MINUTE', { TOKEN_REQUESTS_PER_MINUTE: 'many' }],
  ['METRICS_TOKEN', { METRICS_TOKEN: 'canary' }],
  ['TRUSTED_PROXY_HOPS', { TRUSTED_PROXY_HOPS: '11' }],
  ['RUNNER', { RUNNER: 'canary' }],
  ['RUNNER', { RUNNER: 'true' }],
  ['GALLERY', { GALLERY: '1' }],
  ['DEMO', { DEMO: 'yes' }],
  ['PRACTICE_ORIGINS', { PRACTICE_ORIGINS: 'http://192.168.1.5:3000,192.168.1.6' }],
  ['TIME_ZONE', { TIME_ZONE: 'America/Canary' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'canary' }],
  ['WISPHUB_TOKEN_FILE', { WISPHUB_TOKEN: undefined, WISPHUB_TOKEN_FILE: '/nowhere/canary' }],
  ['NEXTAUTH_SECRET_FILE', { NEXTAUTH_SECRET: undefined, NEXTAUTH_SECRET_FILE: '/' }],
  ['DATABASE_URL_FILE', { DATABASE_URL_FILE: 'canary\u0000' }],
  ['WISPHUB_TOKEN', { WISPHUB_TOKEN_FILE: '/run/secrets/canary' }],
];

describe('a broken environment', () => {
  it('thirty and more are tried', () => {
    expect(broken.length).toBeGreaterThanOrEqual(30);
  });

  it.each(broken)('%s: is refused by name (%j)', (variable, changes) => {
    const message = refusal(changes);
    expect(message.startsWith(`${variable}:`) || message.startsWith(`${variable} and `)).toBe(true);
    expect(message.split('\n')).toHaveLength(1);
  });

  it.each(broken)('%s: no value is printed (%j)', (_, changes) => {
    const message = refusal(changes);
    const values = [...Object.values(changes), good.WISPHUB_TOKEN, good.NEXTAUTH_SECRET];
    // A number can stand in what is expected, so only words and long values are looked for.
    for (const value of values)
      if (value !== undefined && value.length > 5) expect(message).not.toContain(value);
    expect(message).not.toMatch(/canary/i);
  });

  it('every wrong variable is named at once, each on a line of its own that says what is expected', () => {
    const message = refusal({
      WISPHUB_API: undefined,
      WISPHUB_TOKEN: undefined,
      PORT: 'canary',
      RUNNER: 'canary',
    });
    expect(names(message)).toEqual(['WISPHUB_API', 'WISPHUB_TOKEN', 'PORT', 'RUNNER']);
    for (const line of message.split('\n')) expect(line).toMatch(/^[A-Z_]+: expected .+\.$/);
    expect(message).toContain('PORT: expected a whole number from 1 to 65535.');
  });

  it('with nothing set at all, the five that are needed are named', () => {
    const none = Object.fromEntries(Object.keys(good).map((name) => [name, undefined]));
    expect(names(refusal(none))).toEqual([
      'WISPHUB_API',
      'WISPHUB_URL',
      'WISPHUB_TOKEN',
      'NEXTAUTH_SECRET',
      'NEXTAUTH_URL',
    ]);
  });

  it('an empty file and one with a bad secret are refused without showing what is in it', () => {
    const short = file('short', 'canary-short');
    const cases: [string, string][] = [
      ['NEXTAUTH_SECRET', short],
      ['WISPHUB_TOKEN', file('empty', '\n')],
      ['DATABASE_URL', short],
    ];
    for (const [name, path] of cases) {
      const message = refusal({ [name]: undefined, [`${name}_FILE`]: path });
      expect(names(message)).toEqual([name]);
      expect(message).not.toContain('canary');
    }
  });

  it('a variable and its file together are refused, so that nobody wonders which one counts', () => {
    const message = refusal({ WISPHUB_TOKEN_FILE: file('token', 'canary-other') });
    expect(message).toBe('WISPHUB_TOKEN and WISPHUB_TOKEN_FILE are both set: keep one of them.');
  });
});

describe('the part the command line tools need', () => {
  it('is the database alone, and the rest may be missing', () => {
    const url = 'postgresql://pulso:x@db/pulso';
    expect(parseDatabaseEnv({ NODE_ENV: 'test', DATABASE_URL: url })).toEqual({
      DATABASE_URL: url,
      DATA_DIR: '.data',
    });
    expect(parseDatabaseEnv({ NODE_ENV: 'test', DATA_DIR: '/srv/pulso' })).toEqual({
      DATA_DIR: '/srv/pulso',
    });
  });

  it('reads DATABASE_URL_FILE too', () => {
    const path = file('url', 'postgres://pulso:x@db/pulso\n');
    expect(parseDatabaseEnv({ NODE_ENV: 'test', DATABASE_URL_FILE: path }).DATABASE_URL).toBe(
      'postgres://pulso:x@db/pulso',
    );
  });

  it('a bad address is refused by name and not printed', () => {
    const message = refusal({ DATABASE_URL: 'canary' }, parseDatabaseEnv);
    expect(message).toBe('DATABASE_URL: expected postgres://user:password@host:port/database.');
  });
});

describe('the single sign-on', () => {
  const oidc = {
    OIDC_ISSUER: 'https://id.example.com/realms/office',
    OIDC_CLIENT_ID: 'pulso',
    OIDC_CLIENT_SECRET: 'canary-of-the-client',
  };

  it('is read with its roles and domains, and is off without a word', () => {
    const env = parse({
      ...oidc,
      OIDC_ROLE_MAP: 'noc=supervisor, help desk = agent',
      OIDC_ALLOWED_DOMAINS: 'Example.com, acme.example',
      PASSWORD_SIGN_IN: 'off',
    });
    expect([...env.OIDC_ROLE_MAP]).toEqual([
      ['noc', 'supervisor'],
      ['help desk', 'agent'],
    ]);
    expect(env).toMatchObject({
      OIDC_NAME: 'SSO',
      OIDC_ROLE_CLAIM: 'groups',
      OIDC_ALLOWED_DOMAINS: ['example.com', 'acme.example'],
      PASSWORD_SIGN_IN: false,
    });
    expect(parse({}).OIDC_ISSUER).toBeUndefined();
    expect(parse({}).PASSWORD_SIGN_IN).toBe(true);
  });

  it.each([
    ['half of it', { OIDC_ISSUER: oidc.OIDC_ISSUER }, ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']],
    ['a secret alone', { OIDC_CLIENT_SECRET: 'canary' }, ['OIDC_ISSUER', 'OIDC_CLIENT_ID']],
    ['an issuer in clear', { ...oidc, OIDC_ISSUER: 'http://canary.example.com' }, ['OIDC_ISSUER']],
    ['an issuer with a query', { ...oidc, OIDC_ISSUER: 'https://canary.example/?x=1' }, ['OIDC_ISSUER']],
    ['an unknown role', { ...oidc, OIDC_ROLE_MAP: 'canary=boss' }, ['OIDC_ROLE_MAP']],
    ['a group without a role', { ...oidc, OIDC_ROLE_MAP: 'canary' }, ['OIDC_ROLE_MAP']],
    ['domains that are none', { ...oidc, OIDC_ALLOWED_DOMAINS: 'canary@x' }, ['OIDC_ALLOWED_DOMAINS']],
    ['scopes without openid', { ...oidc, OIDC_SCOPE: 'canary' }, ['OIDC_SCOPE']],
    ['no passwords and nothing instead', { PASSWORD_SIGN_IN: 'off' }, ['PASSWORD_SIGN_IN']],
  ])('with %s is refused by name and not printed', (_what, change, wrong) => {
    const message = refusal(change);
    expect(names(message)).toEqual(wrong);
    expect(message).not.toContain('canary');
  });

  it('an issuer on loopback may be plain http, for trying it out', () => {
    expect(parse({ ...oidc, OIDC_ISSUER: 'http://127.0.0.1:9000' }).OIDC_ISSUER).toBe(
      'http://127.0.0.1:9000',
    );
  });

  it('the client secret may come from a file', () => {
    const env = parse({
      ...oidc,
      OIDC_CLIENT_SECRET: '',
      OIDC_CLIENT_SECRET_FILE: file('client', 'from-a-file\n'),
    });
    expect(env.OIDC_CLIENT_SECRET).toBe('from-a-file');
  });
});
