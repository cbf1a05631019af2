// This module reads secrets. Their values never reach a message: errors name the variable and what is expected.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { roleSchema, type Role } from './domain/role';
import { isTimeZone } from './domain/time-zone';

/** The names of this machine, as an address has them. */
export const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.origin === text.replace(/\/$/, '');
}

function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK_HOSTS.includes(url.hostname));
}

const isSafeOrigin = (text: string) => isOrigin(text) && isSafeUrl(text);

/** An issuer may have a path, and nothing after it. */
const isIssuer = (text: string) => isSafeUrl(text) && !/[?#@\s]/.test(text);

const listOf = (text: string) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** `noc=supervisor,helpdesk=agent` as a map; null when it is not of this form. */
function readRoleMap(text: string): ReadonlyMap<string, Role> | null {
  const map = new Map<string, Role>();
  for (const pair of listOf(text)) {
    const [, group = '', word] = /^(.+)=\s*(\w+)$/.exec(pair) ?? [];
    const role = roleSchema.safeParse(word).data;
    if (role === undefined) return null;
    map.set(group.trim(), role);
  }
  return map;
}

const wholeNumber = (least: number, most: number, fallback: number) => {
  const expected = `a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d+$/, expected)
    .transform(Number)
    .pipe(z.number().min(least, expected).max(most, expected))
    .default(fallback);
};

const onOff = (fallback: 'on' | 'off') =>
  z
    .enum(['on', 'off'], 'on or off')
    .default(fallback)
    .transform((word) => word === 'on');

const text = (expected: string) => z.string(expected).min(1, expected);

const schema = z.object({
  WISPHUB_API: z.enum(['net', 'v1'], 'net or v1'),
  WISPHUB_URL: z
    .string('an origin such as https://api.wisphub.net')
    .refine(isSafeOrigin, 'an origin without a path, https, or http on loopback')
    .transform((url) => new URL(url).origin),
  WISPHUB_TOKEN: text('the key that WispHub issued').regex(
    /^[\x21-\x7e]+$/,
    'printable characters without spaces',
  ),
  NEXTAUTH_SECRET: z.string('at least 32 characters').min(32, 'at least 32 characters'),
  NEXTAUTH_URL: z
    .string('the address people type, such as https://pulso.example.com')
    .refine(
      (url) => isOrigin(url) && /^https?:/.test(url),
      'an http or https origin without a path, such as https://pulso.example.com',
    )
    .transform((url) => new URL(url).origin),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'postgres://user:password@host:port/database')
    .optional(),
  DATA_DIR: text('a folder').default('.data'),
  PORT: wholeNumber(1, 65535, 3000),
  HOST: text('an address to listen on').default('127.0.0.1'),
  WISPHUB_PINGS_PER_TASK: wholeNumber(1, 100, 10),
  WISPHUB_RATE_PER_MINUTE: wholeNumber(5, 100_000, 100),
  WISPHUB_LAUNCH_SPACING_MS: wholeNumber(0, 60_000, 1500),
  WISPHUB_TIMEOUT_MS: wholeNumber(100, 10_000, 10_000),
  POLL_FIRST_MS: wholeNumber(10, 30_000, 2000),
  POLL_MIN_MS: wholeNumber(10, 30_000, 2000),
  POLL_MAX_MS: wholeNumber(10, 60_000, 5000),
  POLL_MAX_LOOKS: wholeNumber(1, 100, 20),
  POLL_LIMIT_MS: wholeNumber(1000, 600_000, 60_000),
  /** Learned: looks come when tasks like this one usually end. Documented: at the pace of the API's documents. */
  POLL_PACE: z.enum(['learned', 'documented'], 'learned or documented').default('learned'),
  LAUNCHES_PER_MINUTE: wholeNumber(1, 100_000, 120),
  REQUESTS_PER_MINUTE: wholeNumber(1, 1_000_000, 600),
  TOKEN_REQUESTS_PER_MINUTE: wholeNumber(1, 1_000_000, 300),
  /** What a scraper of the metrics sends; without it only this machine may read them. */
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/, 'at least 16 printable characters without spaces')
    .optional(),
  /** The single sign-on: where the provider is, and what it knows us by. */
  OIDC_ISSUER: z
    .string()
    .refine(isIssuer, 'the issuer of the identity provider, https, or http on loopback')
    .optional(),
  OIDC_CLIENT_ID: text('the client id that the identity provider issued').optional(),
  OIDC_CLIENT_SECRET: text('the client secret that the identity provider issued').optional(),
  /** How the button calls the provider. */
  OIDC_NAME: text('a short name').max(40, 'a name of at most 40 characters').default('SSO'),
  OIDC_SCOPE: z
    .string()
    .regex(/(^| )openid( |$)/, 'scopes with a space between them, openid among them')
    .default('openid email profile'),
  OIDC_ROLE_CLAIM: text('the name of a claim').default('groups'),
  OIDC_ROLE_MAP: z
    .string()
    .default('')
    .transform((typed, ctx) => {
      const map = readRoleMap(typed);
      if (map !== null) return map;
      const message = 'group=role, with commas between them, such as noc=supervisor,helpdesk=agent';
      ctx.addIssue({ code: 'custom', message });
      return z.NEVER;
    }),
  OIDC_ALLOWED_DOMAINS: z
    .string()
    .regex(/^[\w.-]+(\s*,\s*[\w.-]+)*$/, 'domains with commas between them, such as example.com')
    .transform((typed) => listOf(typed.toLowerCase()))
    .default([]),
  /** Off: people come in by single sign-on alone. */
  PASSWORD_SIGN_IN: onOff('on'),
  /** How many reverse proxies of our own stand in front; 0 ignores X-Forwarded-For. */
  TRUSTED_PROXY_HOPS: wholeNumber(0, 10, 0),
  RUNNER: onOff('on'),
  GALLERY: onOff('off'),
  DEMO: onOff('off'),
  /** Set in a practice room alone: every address under which the others open it. */
  PRACTICE_ORIGINS: z
    .string()
    .transform(listOf)
    .refine((origins) => origins.every(isOrigin), 'http origins with commas between them')
    .default([]),
  TIME_ZONE: z.string().refine(isTimeZone, 'a time zone such as America/Bogota').default('America/Bogota'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'debug, info, warn, error or silent')
    .default('info'),
});

/** Every variable that a server reads. */
export const ENV_NAMES: readonly string[] = Object.keys(schema.shape);

const OIDC_NEEDED = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

const checkedSchema = schema
  .refine((env) => !(env.POLL_MIN_MS > env.POLL_MAX_MS), {
    path: ['POLL_MAX_MS'],
    message: 'at least POLL_MIN_MS',
  })
  .superRefine((env, ctx) => {
    const missing = OIDC_NEEDED.filter((name) => env[name] === undefined);
    const set = OIDC_NEEDED.filter((name) => !missing.includes(name));
    const message = `a value, because ${set.join(' and ')} is set`;
    if (set.length > 0) for (const name of missing) ctx.addIssue({ code: 'custom', path: [name], message });
  })
  .refine((env) => env.PASSWORD_SIGN_IN || env.OIDC_ISSUER !== undefined, {
    path: ['PASSWORD_SIGN_IN'],
    message: 'on, or else OIDC_ISSUER and what belongs to it: nobody could sign in',
  });

export type Env = z.output<typeof schema>;

/** Thrown when the environment is unusable; its message holds one line for each variable and never a value. */
export class EnvError extends Error {}

/** Those that may also come from a file, as `<name>_FILE`. */
export const SECRET_NAMES = [
  'WISPHUB_TOKEN',
  'NEXTAUTH_SECRET',
  'DATABASE_URL',
  'METRICS_TOKEN',
  'OIDC_CLIENT_SECRET',
] as const;

function withSecretFiles(source: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const merged: Record<string, string | undefined> = {};
  // An empty variable is what compose files and shells write for "not set".
  for (const [name, value] of Object.entries(source)) if (value !== '') merged[name] = value;
  for (const name of SECRET_NAMES) {
    const path = merged[`${name}_FILE`];
    if (path === undefined) continue;
    if (merged[name] !== undefined)
      throw new EnvError(`${name} and ${name}_FILE are both set: keep one of them.`);
    try {
      merged[name] = readFileSync(path, 'utf8').trim();
    } catch {
      throw new EnvError(`${name}_FILE: expected a readable file.`);
    }
  }
  return merged;
}

/** Parses an environment. Throws EnvError that lists every wrong variable with what is expected of it. */
export function parseEnv(source: NodeJS.ProcessEnv): Env {
  const parsed = checkedSchema.safeParse(withSecretFiles(source));
  if (parsed.success) return parsed.data;
  const lines = new Map<string, string>();
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0]);
    if (!lines.has(name)) lines.set(name, `${name}: expected ${issue.message}.`);
  }
  throw new EnvError([...lines.values()].join('\n'));
}

const databaseSchema = schema.pick({ DATABASE_URL: true, DATA_DIR: true });

/** The part of the environment that the command line tools need. Throws EnvError. */
export function parseDatabaseEnv(source: NodeJS.ProcessEnv): z.output<typeof databaseSchema> {
  const parsed = databaseSchema.safeParse(withSecretFiles(source));
  if (parsed.success) return parsed.data;
  throw new EnvError('DATABASE_URL: expected postgres://user:password@host:port/database.');
}

let cached: Env | undefined;

/** The environment of this process, parsed once, at the first call and never at import. Throws EnvError. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
