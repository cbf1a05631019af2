import { findChromium } from './find-chromium.mjs';
import { buildWhenNeeded, enterClone, installWhenNeeded, refuse } from './prepare.mjs';

enterClone();
await installWhenNeeded();
process.env.CHROMIUM_PATH = await findChromium();
if ((await buildWhenNeeded()) !== 0) refuse('Pulso could not be built: the reason stands above.');
// The rest is TypeScript, which Node reads once tsx is loaded.
await import('tsx');
await import('./screenshots/run-screenshots.ts');
