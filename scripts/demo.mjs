import { buildWhenNeeded, enterClone, installWhenNeeded, refuse, requirePort } from './prepare.mjs';

enterClone();
await requirePort();
await installWhenNeeded();
if ((await buildWhenNeeded()) !== 0) refuse('Pulso could not be built: the reason stands above.');
// The rest is TypeScript, which Node reads once tsx is loaded.
await import('tsx');
await import('./demo-server.ts');
