// This module makes the keys of a stage that lives for one run; nothing of it leaves this machine.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { z } from 'zod';
import { openDatabase, type Database } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { SCOPES } from '@/lib/domain/role';
import { testToken } from '@/lib/test-token';
import type { Respond } from '@/lib/wisphub/test-upstream';
import { newDatabase } from '../new-database';
import type { Plan } from './experiment';
import { startHostileUpstream, type Call, type HostileUpstream } from './hostile-upstream';
import type { Instance } from './instance';
import { signIn } from './sign-in';

const answerSchema = z.object({
  ok: z.boolean(),
  action: z.string(),
  data: z.unknown(),
  meta: z.looseObject({ code: z.string().optional() }).nullable(),
});

/** What one of our instances answered; `data` is null and `code` says why when it refused. */
export type Answered = { status: number; action: string; code: string | null; data: unknown; ms: number };

export type Stage = {
  db: Database;
  upstream: HostileUpstream;
  instances: readonly Instance[];
  /** The key that an instance sends, by which the upstream's log tells them apart. */
  keyOf(instance: Instance): string;
  /** Asks an instance as a program does, with a token. */
  program(instance: Instance, path: string, body?: unknown): Promise<Answered>;
  /** Asks an instance as an administrator's browser does, with a session. */
  person(instance: Instance, path: string, body?: unknown): Promise<Answered>;
  /** The metrics of an instance, in the text form of Prometheus. */
  metrics(instance: Instance): Promise<string>;
};

type StageOptions = {
  name: string;
  instances: number;
  dialect?: 'net' | 'v1';
  /** True where another stage of the same world has an upstream too: two upstreams never share a database. */
  isOneOfSeveral?: boolean;
  variables?: Record<string, string>;
  answerOf: (call: Call) => Respond;
};

const PATIENCE_MS = 30_000;

/** A start is all work and no waiting: more at once than there are cores would only take longer together. */
const start = pLimit(2);

const MOST_TRIES = 20;
const PAUSE_MS = 200;

/** On a machine with much other work our own database is slow for moments, which is another experiment's matter. */
async function ask(url: string, headers: Record<string, string>, body?: unknown): Promise<Answered> {
  for (let tries = 1; ; tries += 1) {
    // A connection kept alive may be closed while it is taken up again; whether a server died is counted elsewhere.
    const answered = await askOnce(url, headers, body).catch((error: unknown) => {
      if (tries === MOST_TRIES) throw error;
      return null;
    });
    if (answered !== null && (answered.code !== 'database_unavailable' || tries === MOST_TRIES))
      return answered;
    await sleep(PAUSE_MS);
  }
}

async function askOnce(url: string, headers: Record<string, string>, body?: unknown): Promise<Answered> {
  const startedAt = performance.now();
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(url, {
    ...sent,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const { action, data, meta } = answerSchema.parse(await response.json());
  const ms = performance.now() - startedAt;
  return { status: response.status, action, data, code: meta?.code ?? null, ms };
}

/** A migrated database of its own in the world's PostgreSQL. */
async function ownDatabase({ world, scope }: Plan, name: string): Promise<{ url: string; db: Database }> {
  const url = await newDatabase(world.databaseUrl, name);
  await migrate(url);
  const db = openDatabase(url, { max: 4 });
  scope.defer(() => db.$client.end());
  return { url, db };
}

/** Instances in front of an upstream of the experiment's own making, with a database of their own. */
export async function openStage(plan: Plan, options: StageOptions): Promise<Stage> {
  const { world, scope } = plan;
  const { name, dialect = 'net', isOneOfSeveral = false, variables = {}, answerOf } = options;
  const upstream = await startHostileUpstream(scope, answerOf);
  const { url, db } = isOneOfSeveral
    ? await start(() => ownDatabase(plan, name.replaceAll('-', '_')))
    : { url: world.databaseUrl, db: world.db };
  const token = await testToken(db, name, SCOPES);
  const keys = new Map<Instance, string>();
  const instances = await Promise.all(
    Array.from({ length: options.instances }, async (_, index) => {
      const key = `canary-${name}-${index + 1}-${randomBytes(12).toString('hex')}`;
      const instance = await world.instance(`${name}-${index + 1}`, {
        WISPHUB_API: dialect,
        WISPHUB_URL: upstream.origin,
        WISPHUB_TOKEN: key,
        DATABASE_URL: url,
        // The upstream stands in this process, which may have its hands full for a moment.
        WISPHUB_TIMEOUT_MS: '10000',
        ...variables,
      });
      keys.set(instance, key);
      await start(instance.start);
      return instance;
    }),
  );
  const cookie = await signIn({ ...world, db });
  return {
    db,
    upstream,
    instances,
    keyOf: (instance) => keys.get(instance) ?? '',
    program: (instance, path, body) =>
      ask(`${instance.url}${path}`, { authorization: `Bearer ${token}` }, body),
    person: (instance, path, body) => ask(`${instance.url}${path}`, { cookie }, body),
    async metrics(instance) {
      return (await fetch(`${instance.url}/api/metrics`)).text();
    },
  };
}
