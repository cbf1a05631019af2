import type { Page } from '@playwright/test';
import { readAnswers } from './answers';
import { ROOMS, test } from './picture';

/** The badges hold every verdict, colour and shape; the others a whole result, a running ping and the parts. */
const SHELVES = ['badges', 'stable', 'progress', 'ui'] as const;

/** Leaves one specimen of a shelf, without the texts to send on: all together take a loaded machine seconds to paint. */
const showOnly = (page: Page, shelf: string) =>
  page.evaluate((id) => {
    for (const section of document.querySelectorAll<HTMLElement>('main > section'))
      section.hidden = section.id !== id;
    const [, ...others] = document.querySelectorAll<HTMLElement>(`#${id} [data-specimen]`);
    const texts = document.querySelectorAll<HTMLElement>(`#${id} details`);
    for (const part of [...others, ...texts]) part.hidden = true;
  }, shelf);

for (const { theme, width, height } of ROOMS)
  test.describe(`${theme}, ${width} pixels wide`, () => {
    test.use({ colorScheme: theme, viewport: { width, height } });

    test(`the shelves of the gallery look as before (${theme}, ${width})`, async ({
      page,
      looksAsBefore,
    }) => {
      test.slow();
      const { moment } = readAnswers();
      await page.clock.setFixedTime(moment);
      await page.goto(`/gallery?at=${moment}`, { waitUntil: 'networkidle' });
      for (const shelf of SHELVES) {
        await showOnly(page, shelf);
        await looksAsBefore(`shelf-${shelf}`, page.locator(`#${shelf}`));
      }
    });
  });
