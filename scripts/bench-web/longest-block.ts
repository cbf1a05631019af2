import type { Page } from '@playwright/test';

/** Milliseconds of the longest task while somebody searches by name: for so long the page answers no key. */
export async function longestBlock(page: Page): Promise<number> {
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.evaluate(() => {
    const seen = { longest: 0 };
    Object.assign(window, { seen });
    // Shorter ones than 50 ms are not told, and count as none.
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: 'longtask' });
  });
  await page.keyboard.press('/');
  await page.keyboard.type('maria jose perez', { delay: 90 });
  await page.getByRole('option').first().waitFor();
  await page.waitForLoadState('networkidle');
  return page.evaluate(() => (window as unknown as { seen: { longest: number } }).seen.longest);
}
