import { enterClone, installWhenNeeded } from './prepare.mjs';

enterClone();
await installWhenNeeded();
// The rest is TypeScript, which Node reads once tsx is loaded.
await import('tsx');
await import('./bench/run-bench.ts');
