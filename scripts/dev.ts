import { parseEnv } from '@/lib/env';
import { portOfEnvironment } from './port-of-environment';
import { openDatabase } from './open-database';
import { requireFreePort, startNext } from './run-next';
import { withScope, type Scope } from './shutdown';
import { announceDemo, startSimulatedProduct } from './simulated-product';

const DATA_DIR = '.data/dev';

async function withSimulator(scope: Scope, port: number): Promise<number> {
  const { server } = await startSimulatedProduct(scope, {
    mode: 'dev',
    dataDir: DATA_DIR,
    port,
    hostName: 'localhost',
    speed: 1,
    variables: { GALLERY: 'on' },
  });
  announceDemo(port);
  return server.ended;
}

/** Works on the WispHub that the environment names, with its key; the data folder is still the one of development. */
async function withUpstream(scope: Scope, port: number): Promise<number> {
  const defaults = { NEXTAUTH_URL: `http://localhost:${port}`, GALLERY: 'on' };
  const env = parseEnv({ ...defaults, ...process.env, DATA_DIR, PORT: String(port) });
  await requireFreePort(env.HOST, port);
  const databaseUrl = await openDatabase(scope, { databaseUrl: env.DATABASE_URL, dataDir: DATA_DIR });
  const variables = { DATA_DIR, DATABASE_URL: databaseUrl, NEXTAUTH_URL: env.NEXTAUTH_URL, GALLERY: 'on' };
  const server = await startNext(scope, { mode: 'dev', host: env.HOST, port, variables });
  console.log(`Pulso is ready: ${env.NEXTAUTH_URL}`);
  return server.ended;
}

process.exit(
  await withScope((scope) => {
    const port = portOfEnvironment();
    return process.env.WISPHUB_URL ? withUpstream(scope, port) : withSimulator(scope, port);
  }),
);
