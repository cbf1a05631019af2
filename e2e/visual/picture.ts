import type { Locator, Page, PageAssertionsToHaveScreenshotOptions } from '@playwright/test';
import { expect, test as base } from '../fixtures';
import { findBaselines, type Baselines } from './baselines';

type Fixtures = {
  /** Compares the page, or a part of it, with the picture of this name. */
  looksAsBefore(name: string, part?: Locator): Promise<void>;
};

/** Two colours count as one only where nobody can tell them apart. */
const STRICT: PageAssertionsToHaveScreenshotOptions = { threshold: 0.03, maxDiffPixels: 0, timeout: 30_000 };

export const ROOMS = [
  { theme: 'light', width: 1440, height: 640 },
  { theme: 'dark', width: 1440, height: 640 },
  { theme: 'light', width: 360, height: 640 },
  { theme: 'dark', width: 360, height: 640 },
] as const;

/** What is drawn late: letters, and what the first frame still moves. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
}

/** Stories that compare pictures; skipped where there are none of this browser. */
export const test = base.extend<Fixtures, { baselines: Baselines }>({
  baselines: [
    async ({ browser }, provide, { config }) => {
      const mayMake = config.updateSnapshots === 'all' || config.updateSnapshots === 'changed';
      await provide(await findBaselines(browser, mayMake));
    },
    { scope: 'worker' },
  ],
  serviceWorkers: 'block',
  looksAsBefore: async ({ page, baselines, colorScheme, viewport }, provide) => {
    test.skip(baselines.missing !== null, baselines.missing ?? '');
    await provide(async (name, part) => {
      await settle(page);
      const picture = [baselines.name, `${name}-${colorScheme}-${viewport?.width ?? 0}.png`];
      if (part === undefined) await expect(page).toHaveScreenshot(picture, STRICT);
      else await expect(part).toHaveScreenshot(picture, STRICT);
    });
  },
});

export { expect };
