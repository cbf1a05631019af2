import { parseEnv } from '@/lib/env';
import { loadDotEnv } from './load-dot-env';
import { openDatabase } from './open-database';
import { requireBuild, requireFreePort, startNext } from './run-next';
import { withScope, type Scope } from './shutdown';

async function start(scope: Scope): Promise<number> {
  loadDotEnv();
  const env = parseEnv(process.env);
  requireBuild();
  await requireFreePort(env.HOST, env.PORT);
  const { DATABASE_URL: own, DATA_DIR: dataDir, HOST: host, PORT: port } = env;
  const databaseUrl = await openDatabase(scope, { databaseUrl: own, dataDir });
  const variables = { DATABASE_URL: databaseUrl };
  const server = await startNext(scope, { mode: 'start', host, port, variables });
  console.log(`Pulso listens on http://${host}:${port} (${env.NEXTAUTH_URL})`);
  return server.ended;
}

process.exit(await withScope(start));
