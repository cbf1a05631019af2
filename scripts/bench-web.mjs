import { findChromium } from './find-chromium.mjs';
import { buildOrRefuse, enterClone, installWhenNeeded } from './prepare.mjs';

enterClone();
await installWhenNeeded();
process.env.CHROMIUM_PATH = await findChromium();
await buildOrRefuse();
// The rest is TypeScript, which Node reads once tsx is loaded.
await import('tsx');
await import('./bench-web/run-bench-web.ts');
