import type { Page } from '@playwright/test';
import { p50 } from '../bench/timing';

/**
 * Each way is gone once before, so that data and code are at hand as in the middle of a working day. On a machine that
 * does other things as well the median of seven was anything from 45 to 110 ms within a minute.
 */
const ROUNDS = 21;

/** A link of the header, and what only the page behind it holds. */
type Way = { href: string; sign: string };

const WAYS: readonly Way[] = [
  { href: '/history', sign: '[data-testid=history-filter]' },
  { href: '/', sign: '[data-testid=service-search]' },
];

/** Milliseconds from the click on a link of the header to the first picture of the page behind it. */
async function timeClick(page: Page, { href, sign }: Way): Promise<number> {
  const ms = await page.evaluate(
    ({ to, mark }) =>
      new Promise<number>((resolve, reject) => {
        const link = document.querySelector<HTMLAnchorElement>(`header a[href="${to}"]`);
        if (link === null) return reject(new Error(`The header has no link to ${to}.`));
        const begun = performance.now();
        // Each function stands where it is used: a name that tsx gives would be unknown in the browser.
        new MutationObserver((_, observer) => {
          if (location.pathname !== to || document.querySelector(mark) === null) return;
          observer.disconnect();
          // The frame after the one that holds the page is on the screen.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - begun)));
        }).observe(document, { childList: true, subtree: true, attributes: true });
        setTimeout(() => reject(new Error(`${to} showed no ${mark} in ten seconds.`)), 10_000);
        link.click();
      }),
    { to: href, mark: sign },
  );
  await page.waitForLoadState('networkidle');
  return ms;
}

/** The median of each way through the header, in milliseconds. */
export async function timeNavigations(page: Page): Promise<{ name: string; ms: number }[]> {
  await page.goto('/', { waitUntil: 'networkidle' });
  const times = new Map<string, number[]>(WAYS.map(({ href }) => [href, []]));
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const way of WAYS) {
      const ms = await timeClick(page, way);
      if (round > 0) times.get(way.href)?.push(ms);
    }
  return [...times].map(([name, all]) => ({ name, ms: p50(all) }));
}
