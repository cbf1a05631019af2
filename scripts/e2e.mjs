import { findChromium } from './find-chromium.mjs';
import { buildWhenNeeded, enterClone, installWhenNeeded, refuse } from './prepare.mjs';
import { runBin } from './run-step.mjs';

enterClone();
await installWhenNeeded();
process.env.CHROMIUM_PATH = await findChromium();
if (process.env.BASE_URL) {
  const args = ['test', '--config', 'e2e/installed/playwright.config.ts', ...process.argv.slice(2)];
  process.exit((await runBin('playwright', args)).code);
}
if ((await buildWhenNeeded()) !== 0) refuse('Pulso could not be built: the reason stands above.');
await import('tsx');
await import('./e2e-stack.ts');
