import { findChromium } from './find-chromium.mjs';
import { buildOrRefuse, enterClone, installWhenNeeded } from './prepare.mjs';

enterClone();
await installWhenNeeded();
const only = process.argv[process.argv.indexOf('--only') + 1] ?? '';
if (!process.argv.includes('--only') || only.split(',').includes('shown')) {
  // What is measured there is what a browser shows of the built product.
  process.env.CHROMIUM_PATH = await findChromium();
  await buildOrRefuse();
}
// The rest is TypeScript, which Node reads once tsx is loaded.
await import('tsx');
await import('./bench/run-bench.ts');
