import { defineConfig } from '@playwright/test';
import { QUIET_BROWSER } from './e2e/quiet-browser';

/** Stories that everybody else would feel: they restart the server or make WispHub slow down for all. */
const ALONE = '**/alone/*.spec.ts';

/** They need a server that is there already, and have a configuration of their own. */
const INSTALLED = '**/installed/*.spec.ts';

/** They compare pictures, which a browser of another version draws otherwise; `visual/baselines.ts` says which. */
const VISUAL = '**/visual/*.spec.ts';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  workers: 2,
  // Once more where the first try failed, with a trace of it; the verdict counts such a story as shaky.
  retries: 1,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  // Conditions are waited for, and the slowest ping of the cast ends seven seconds after its launch.
  expect: { timeout: 12_000 },
  // Some stories walk through several pages and inspect each, on a machine that may be busy.
  timeout: 60_000,
  snapshotPathTemplate: 'e2e/visual/__screenshots__/{arg}{ext}',
  use: {
    baseURL: process.env.BASE_URL,
    browserName: 'chromium',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: QUIET_BROWSER },
    locale: 'es',
    timezoneId: 'America/Bogota',
    // A turning ring is painted by the processor that the server needs; no story waits for a motion.
    contextOptions: { reducedMotion: 'reduce' },
    // The stand-in for pages without a network asks for its own news when it likes; the stories of the phone let it in.
    serviceWorkers: 'block',
    // Snapshots of the page tell more than a film of it; every story would pay for them, so only a second try does.
    trace: { mode: 'on-first-retry', screenshots: false },
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'together', testIgnore: [ALONE, INSTALLED, VISUAL] },
    { name: 'visual', testMatch: VISUAL },
    {
      name: 'alone',
      testMatch: ALONE,
      dependencies: ['together'],
      fullyParallel: false,
      workers: 1,
    },
  ],
});
