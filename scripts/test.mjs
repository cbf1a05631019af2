import { findChromium } from './find-chromium.mjs';
import { enterClone, installWhenNeeded } from './prepare.mjs';
import { rings } from './rings.mjs';

enterClone();
// The rings decide themselves what they run as.
delete process.env.NODE_ENV;
process.env.NEXT_TELEMETRY_DISABLED = '1';
await installWhenNeeded();
process.env.CHROMIUM_PATH = await findChromium();

/** Rings that weigh, break and walk the built product. */
const NEED_BUILD = ['weight', 'chaos', 'stories'];

const broken = [];
const total = { passed: 0, failed: 0, skipped: 0, shaky: 0 };
let built = true;
for (const [name, run] of Object.entries(rings)) {
  console.log(`\n── ${name} ──\n`);
  const counts =
    NEED_BUILD.includes(name) && !built
      ? { passed: 0, failed: 1, skipped: 0, broken: ['not run without a build'] }
      : await run();
  if (name === 'build') built = counts.failed === 0;
  broken.push(...counts.broken.map((what) => (what === '' ? name : `${name}: ${what}`)));
  for (const kind of Object.keys(total)) total[kind] += counts[kind] ?? 0;
}

// Last, because whoever reads the end of a long log should not have to search for it.
if (broken.length > 0) console.log(`\nFailed:\n${broken.map((what) => `  ${what}`).join('\n')}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
const shaky = total.shaky > 0 ? ` (${total.shaky} only when tried again)` : '';
// Set, not called: an exit could cut off what a pipe has not taken yet.
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${total.passed} passed${shaky}, ${total.failed} failed${skipped}`);
