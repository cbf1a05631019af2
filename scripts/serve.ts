// Starts the folder that scripts/assemble.mjs puts together: one process, which is Next itself, for containers and
// service managers. `npm start` is for a clone, and brings a PostgreSQL of its own.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseEnv, type Env } from '@/lib/env';
import { StartError } from '@/lib/start-error';
import { loadDotEnv } from './load-dot-env';
import { openDatabase } from './open-database';
import { requireFreePort } from './run-next';
import { withScope, type Scope } from './shutdown';

const ROOT = path.resolve(import.meta.dirname, '..');

/** What Next reads of the environment, as `nextEnvironment` sets it for a process of its own. */
function prepareEnvironment({ HOST, PORT }: Env): void {
  Object.assign(process.env, {
    NODE_ENV: 'production',
    HOSTNAME: HOST,
    PORT: String(PORT),
    // The signal handler of the product drains; Next's own would exit before it is done.
    NEXT_MANUAL_SIG_HANDLE: 'true',
    NEXT_TELEMETRY_DISABLED: '1',
    // Longer than a proxy in front keeps a connection: the one who waits for a request must not be the one who hangs up.
    KEEP_ALIVE_TIMEOUT: '75000',
  });
  // With either of these next-auth would believe the host name that a client sends.
  delete process.env.AUTH_TRUST_HOST;
  delete process.env.VERCEL;
}

async function serve(scope: Scope): Promise<number> {
  process.chdir(ROOT);
  loadDotEnv();
  const env = parseEnv(process.env);
  if (env.DATABASE_URL === undefined) {
    throw new StartError('DATABASE_URL: expected a PostgreSQL of yours, for there is none in this folder.');
  }
  await requireFreePort(env.HOST, env.PORT);
  scope.proceed();
  await openDatabase(scope, { databaseUrl: env.DATABASE_URL, dataDir: env.DATA_DIR });
  scope.proceed();
  // Until the server has its own handler nothing is under way that would have to be waited for.
  void scope.asked.then(() => process.listenerCount('SIGTERM') < 2 && process.exit(0));
  prepareEnvironment(env);
  await import('./guard-requests.mjs');
  await import(pathToFileURL(path.join(ROOT, 'server.js')).href);
  console.log(`Pulso listens on http://${env.HOST}:${env.PORT} (${env.NEXTAUTH_URL})`);
  // The handler of the server ends this process.
  return new Promise<never>(() => {});
}

process.exit(await withScope(serve));
