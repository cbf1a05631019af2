// This module makes the secret that signs the sessions of a demo, in a file that only its owner can read.
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DEMO_ACCOUNTS } from '@/lib/demo/demo-accounts';
import { parseEnv } from '@/lib/env';
import { openDatabase } from './open-database';
import { overrideEnvironment } from './override-environment';
import { requireFreePort, startNext, type NextServer } from './run-next';
import { type Scope } from './shutdown';

const HOST = '127.0.0.1';

type ProductOptions = {
  mode: 'start' | 'dev';
  dataDir: string;
  port: number;
  /** The host name people type; the server listens on loopback in any case. */
  hostName: string;
  /** How many times faster than a real router the simulator is. */
  speed: number;
  durable?: boolean;
  variables?: Record<string, string>;
};

type Upstream = { url: string; key: string };

export type SimulatedProduct = {
  server: NextServer;
  databaseUrl: string;
  simulator: Upstream;
  /** Ends Next and starts it anew on the same port; database and simulator stay. */
  restart(): Promise<void>;
};

function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, 'secret');
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
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
  const { dataDir, port, hostName } = options;
  return {
    WISPHUB_API: 'net',
    WISPHUB_URL: upstream.url,
    WISPHUB_TOKEN: upstream.key,
    NEXTAUTH_SECRET: keptSecret(dataDir),
    NEXTAUTH_URL: `http://${hostName}:${port}`,
    // Empty is not set: accounts of a demo never meet the database of a real Pulso.
    DATABASE_URL: '',
    DATA_DIR: dataDir,
    HOST,
    PORT: String(port),
    DEMO: 'on',
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
  const { mode, dataDir, port, durable = true } = options;
  await requireFreePort(HOST, port);
  const databaseUrl = await openDatabase(scope, { dataDir, durable });
  const simulator = await startUpstream(scope, options.speed);
  const variables = variablesOf(options, simulator);
  // The tunables come from outside, and a wrong one is refused here rather than in the log of Next.
  parseEnv(overrideEnvironment(variables));
  const { seedDemo } = await import('@/lib/demo/seed-demo');
  await seedDemo(databaseUrl);
  scope.proceed();
  const next = { mode, host: HOST, port, variables: { ...variables, DATABASE_URL: databaseUrl } };
  const server = await startNext(scope, next);
  let current = server;
  const restart = async () => {
    await current.stop();
    current = await startNext(scope, next);
  };
  return { server, databaseUrl, simulator, restart };
}

/** What a person needs to begin. */
export function announceDemo(port: number): void {
  console.log(`\nPulso is ready: http://localhost:${port}\n`);
  for (const { email, password } of DEMO_ACCOUNTS) console.log(`  ${email.padEnd(24)} ${password}`);
  console.log('\nCtrl-C stops it.');
}
