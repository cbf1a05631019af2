import { findChromium } from './find-chromium.mjs';
import { buildWhenNeeded, enterClone, installWhenNeeded, refuse } from './prepare.mjs';

enterClone();
await installWhenNeeded();
const only = process.argv[process.argv.indexOf('--only') + 1] ?? '';
if (!process.argv.includes('--only') || only.split(',').includes('shown')) {
  // What is measured there is what a browser shows of the built product.
  process.env.CHROMIUM_PATH = await findChromium();
  if ((await buildWhenNeeded()) !== 0) refuse('Pulso could not be built: the reason stands above.');
}
// The rest is TypeScript, which Node reads once tsx is loaded.
await import('tsx');
await import('./bench/run-bench.ts');
