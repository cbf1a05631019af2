import { lanOrigins } from './lan-origins';
import { requireBuild } from './run-next';
import { portOfEnvironment } from './port-of-environment';
import { withScope, type Scope } from './shutdown';
import { announceDemo, announcePractice, startSimulatedProduct } from './simulated-product';

async function demo(scope: Scope, port: number): Promise<number> {
  const dataDir = process.env.DEMO_DIR || '.demo';
  const options = { mode: 'start', dataDir, port, hostName: 'localhost', speed: 1 } as const;
  const { server } = await startSimulatedProduct(scope, options);
  announceDemo(port);
  return server.ended;
}

/** The same for everybody on this network, with passwords of this start and a folder of its own. */
async function practiceRoom(scope: Scope, port: number): Promise<number> {
  const origins = lanOrigins(port);
  const { givePracticePasswords } = await import('@/lib/demo/practice-accounts');
  const { server, prepared } = await startSimulatedProduct(scope, {
    mode: 'start',
    dataDir: process.env.DEMO_DIR || '.practice',
    port,
    host: '0.0.0.0',
    hostName: new URL(origins[0]).hostname,
    speed: 1,
    keepsSessions: false,
    prepare: givePracticePasswords,
    variables: {
      // Many newcomers share an account, and each tab asks for itself.
      REQUESTS_PER_MINUTE: '6000',
      PRACTICE_ORIGINS: [...origins, `http://localhost:${port}`, `http://127.0.0.1:${port}`].join(','),
    },
  });
  announcePractice(origins, prepared ?? []);
  return server.ended;
}

const code = await withScope(async (scope) => {
  requireBuild();
  const port = portOfEnvironment();
  return process.argv.includes('--lan') ? practiceRoom(scope, port) : demo(scope, port);
});
process.exit(code);
