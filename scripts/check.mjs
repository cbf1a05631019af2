import { enterClone, installWhenNeeded } from './prepare.mjs';
import { rings } from './rings.mjs';

enterClone();
delete process.env.NODE_ENV;
process.env.NEXT_TELEMETRY_DISABLED = '1';
await installWhenNeeded();

async function check(name) {
  const begunAt = Date.now();
  const { failed, output } = await rings[name]({ quiet: true });
  const seconds = ((Date.now() - begunAt) / 1000).toFixed(1);
  console.log(`${failed === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(6)}  ${seconds} s`);
  if (failed > 0) console.log(output);
  return failed === 0;
}

const results = await Promise.all(['format', 'lint', 'types', 'unit'].map(check));
process.exitCode = results.every(Boolean) ? 0 : 1;
