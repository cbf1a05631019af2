import { freePort } from '@/lib/db/free-port';
import { startChild } from './child';
import { requireBuild } from './run-next';
import { withScope, type Scope } from './shutdown';
import { startSimulatedProduct, type SimulatedProduct } from './simulated-product';
import { temporaryFolder } from './temporary-folder';

const TUNABLES = {
  WISPHUB_RATE_PER_MINUTE: '100000',
  WISPHUB_LAUNCH_SPACING_MS: '0',
  WISPHUB_TIMEOUT_MS: '1500',
  POLL_FIRST_MS: '200',
  POLL_MIN_MS: '200',
  POLL_MAX_MS: '600',
  POLL_LIMIT_MS: '6000',
  LAUNCHES_PER_MINUTE: '100000',
  REQUESTS_PER_MINUTE: '100000',
  TOKEN_REQUESTS_PER_MINUTE: '100000',
  GALLERY: 'on',
};

function runPlaywright(scope: Scope, { server, databaseUrl, simulator }: SimulatedProduct): Promise<number> {
  const args = ['node_modules/@playwright/test/cli.js', 'test', ...process.argv.slice(2)];
  const playwright = startChild(args, {
    ...process.env,
    BASE_URL: server.url,
    DATABASE_URL: databaseUrl,
    SIMULATOR_URL: simulator.url,
    SIMULATOR_KEY: simulator.key,
    // A story restarts the server with process.kill(STACK_PID, 'SIGUSR2').
    STACK_PID: String(process.pid),
  });
  scope.defer(() => playwright.stop(5000));
  return playwright.exited;
}

async function runStories(scope: Scope): Promise<number> {
  requireBuild();
  const dataDir = temporaryFolder(scope, 'e2e');
  const product = await startSimulatedProduct(scope, {
    mode: 'start',
    dataDir,
    port: await freePort(),
    hostName: '127.0.0.1',
    speed: 10,
    durable: false,
    variables: TUNABLES,
  });
  process.on('SIGUSR2', () => void product.restart().catch(console.error));
  const interrupted = product.server.ended.then((code) => code || 130);
  return Promise.race([runPlaywright(scope, product), interrupted]);
}

process.exit(await withScope(runStories));
