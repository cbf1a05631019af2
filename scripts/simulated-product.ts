// This module makes the secret that signs the sessions of a demo, in a file that only its owner can read.
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DEMO_ACCOUNTS } from '@/lib/demo/demo-accounts';
import type { PracticeAccount } from '@/lib/demo/practice-accounts';
import { parseEnv } from '@/lib/env';
import { openDatabase } from './open-database';
import { overrideEnvironment } from './override-environment';
import { requireFreePort, startNext, type NextServer } from './run-next';
import { type Scope } from './shutdown';

const LOOPBACK = '127.0.0.1';

type ProductOptions = {
  mode: 'start' | 'dev';
  dataDir: string;
  port: number;
  /** Where the server listens; loopback unless told otherwise. Simulator and database never listen elsewhere. */
  host?: string;
  /** The host name people type. */
  hostName: string;
  /** How many times faster than a real router the simulator is. */
  speed: number;
  durable?: boolean;
  /** False where a restart is to end every session: then the secret that signs them is a new one. */
  keepsSessions?: boolean;
  /** Called with the seeded database, before anybody can reach the server. */
  prepare?: (databaseUrl: string) => Promise<PracticeAccount[]>;
  variables?: Record<string, string>;
};

type Upstream = { url: string; key: string };

export type SimulatedProduct = {
  server: NextServer;
  databaseUrl: string;
  simulator: Upstream;
  /** What `prepare` answered. */
  prepared: PracticeAccount[] | undefined;
  /** Ends Next and starts it anew on the same port; database and simulator stay. */
  restart(): Promise<void>;
};

const newSecret = () => randomBytes(32).toString('base64url');

function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, 'secret');
  try {
    writeFileSync(file, newSecret(), { mode: 0o600, flag: 'wx' });
  } catch {
    // It exists since the first start, so that people stay signed in over a restart.
  }
  return readFileSync(file, 'utf8').trim();
}

async function startUpstream(scope: Scope, speed: number): Promise<Upstream> {
  const { startSimulator } = await import('@/lib/wisphub/simulator/start-simulator');
  const key = randomBytes(24).toString('hex');
  const simulator = await startSimulator({ port: 0, key, speed });
  scope.defer(() => simulator.close());
  return { url: simulator.url, key };
}

function variablesOf(options: ProductOptions, upstream: Upstream): Record<string, string> {
  const { dataDir, port, hostName, host = LOOPBACK, keepsSessions = true } = options;
  return {
    WISPHUB_API: 'net',
    WISPHUB_URL: upstream.url,
    WISPHUB_TOKEN: upstream.key,
    NEXTAUTH_SECRET: keepsSessions ? keptSecret(dataDir) : newSecret(),
    NEXTAUTH_URL: `http://${hostName}:${port}`,
    // Empty is not set: accounts of a demo never meet the database of a real Pulso.
    DATABASE_URL: '',
    DATA_DIR: dataDir,
    HOST: host,
    PORT: String(port),
    DEMO: 'on',
    // A practice room says so itself: nothing left in a shell turns a demo into one.
    PRACTICE_ORIGINS: '',
    // A line for each request would bury what a person is told at the start.
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
    ...options.variables,
  };
}

/** Starts Pulso on invented data: private PostgreSQL, simulator of WispHub, seed, Next. All of it ends with the scope. */
export async function startSimulatedProduct(
  scope: Scope,
  options: ProductOptions,
): Promise<SimulatedProduct> {
  const { mode, dataDir, port, host = LOOPBACK, durable = true } = options;
  await requireFreePort(host, port);
  const databaseUrl = await openDatabase(scope, { dataDir, durable });
  const simulator = await startUpstream(scope, options.speed);
  const variables = variablesOf(options, simulator);
  // The tunables come from outside, and a wrong one is refused here rather than in the log of Next.
  parseEnv(overrideEnvironment(variables));
  const { seedDemo } = await import('@/lib/demo/seed-demo');
  await seedDemo(databaseUrl);
  const prepared = await options.prepare?.(databaseUrl);
  scope.proceed();
  const next = { mode, host, port, variables: { ...variables, DATABASE_URL: databaseUrl } };
  const server = await startNext(scope, next);
  let current = server;
  const restart = async () => {
    await current.stop();
    current = await startNext(scope, next);
  };
  return { server, databaseUrl, simulator, restart, prepared };
}

/** What a person needs to begin. */
export function announceDemo(port: number): void {
  console.log(`\nPulso is ready: http://localhost:${port}\n`);
  for (const { email, password } of DEMO_ACCOUNTS) console.log(`  ${email.padEnd(24)} ${password}`);
  console.log('\nCtrl-C stops it.');
}

/** What whoever leads a practice room tells the others, and keeps. */
export function announcePractice(origins: readonly string[], accounts: readonly PracticeAccount[]): void {
  console.log('\nThe practice room is open to everybody on this network who knows a password:\n');
  for (const origin of origins) console.log(`  ${origin}`);
  console.log('\nThese passwords are of this start; the last account is for whoever leads.\n');
  const isLeader = ({ email }: PracticeAccount) => email.startsWith('admin@');
  const leaderLast = [...accounts].sort((a, b) => Number(isLeader(a)) - Number(isLeader(b)));
  for (const { email, password } of leaderLast) console.log(`  ${email.padEnd(24)} ${password}`);
  console.log('\nEverything in it is invented, and no ping leaves this machine. Ctrl-C closes it.');
}
