import { findChromium } from './find-chromium.mjs';
import { buildOrRefuse, enterClone, installWhenNeeded } from './prepare.mjs';
import { runBin } from './run-step.mjs';

enterClone();
await installWhenNeeded();
process.env.CHROMIUM_PATH = await findChromium();
if (process.env.BASE_URL) {
  const args = ['test', '--config', 'e2e/installed/playwright.config.ts', ...process.argv.slice(2)];
  process.exit((await runBin('playwright', args)).code);
}
await buildOrRefuse();
await import('tsx');
await import('./e2e-stack.ts');
