// Starts the folder that scripts/assemble.mjs puts together: one process, which is Next itself, for containers and
// service managers. `npm start` is for a clone, and brings a PostgreSQL of its own.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseEnv, type Env } from '@/lib/env';
import { StartError } from '@/lib/start-error';
import { loadDotEnv } from './load-dot-env';
import { KEEP_ALIVE_MS, nextVariables } from './next-variables';
import { openDatabase } from './open-database';
import { requireFreePort } from './run-next';
import { withScope, type Scope } from './shutdown';

const ROOT = path.resolve(import.meta.dirname, '..');

/** What `server.js` reads of the environment, in this process; `nextEnvironment` is that of a process of its own. */
function prepareEnvironment({ HOST, PORT }: Env): void {
  const variables = {
    ...nextVariables('start'),
    HOSTNAME: HOST,
    PORT: String(PORT),
    KEEP_ALIVE_TIMEOUT: String(KEEP_ALIVE_MS),
  };
  for (const [name, value] of Object.entries(variables)) {
    // Set to undefined, a variable of `process.env` would be the word.
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
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
