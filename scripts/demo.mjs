import { buildOrRefuse, enterClone, installWhenNeeded, refuse, requirePort } from './prepare.mjs';

const wanted = process.argv.slice(2);
const unknown = wanted.find((word) => word !== '--lan');
if (unknown !== undefined) refuse(`The demo knows no ${unknown}: npm run demo, or npm run demo -- --lan.`);

enterClone();
await requirePort(wanted.includes('--lan') ? '0.0.0.0' : '127.0.0.1');
await installWhenNeeded();
await buildOrRefuse();
// The rest is TypeScript, which Node reads once tsx is loaded.
await import('tsx');
await import('./demo-server.ts');
