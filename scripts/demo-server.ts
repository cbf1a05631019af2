import { requireBuild } from './run-next';
import { portOfEnvironment } from './port-of-environment';
import { withScope } from './shutdown';
import { announceDemo, startSimulatedProduct } from './simulated-product';

const code = await withScope(async (scope) => {
  requireBuild();
  const port = portOfEnvironment();
  const dataDir = process.env.DEMO_DIR || '.demo';
  const { server } = await startSimulatedProduct(scope, {
    mode: 'start',
    dataDir,
    port,
    hostName: 'localhost',
    speed: 1,
  });
  announceDemo(port);
  return server.ended;
});
process.exit(code);
