import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures';

const THEMES = ['light', 'dark'] as const;

/** The only rules whose answer depends on the theme; they take most of the time. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

const OFF = { enabled: false };
const TARGET_SIZE = { 'target-size': { enabled: true } };

const WHOLE = { rules: TARGET_SIZE };
const COLOURS = { runOnly: { type: 'rule' as const, values: COLOUR_RULES } };
const SHAPES = { rules: { ...TARGET_SIZE, ...Object.fromEntries(COLOUR_RULES.map((name) => [name, OFF])) } };

const isOfWcag = (tags: readonly string[]) => tags.some((tag) => /^wcag2\d?a{1,2}$/.test(tag));

/** What has been scrolled under the bar at the top comes out again. */
const SCROLLED_AWAY = /^target-size: .*partially obscured/;

/** A colour that is still changing has no contrast to measure. */
const settled = (page: Page) =>
  page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity);
    return Promise.allSettled(ending.map((animation) => animation.finished));
  });

/** Words about what is right take several times as long as looking, and one frame needs no blank page beside it. */
async function violationsOf(
  page: Page,
  part: string,
  rules: typeof WHOLE | typeof COLOURS,
): Promise<string[]> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include(part)
    .options({ resultTypes: ['violations'], ...rules })
    .analyze();
  return violations
    .filter(({ impact, tags }) => impact === 'serious' || impact === 'critical' || isOfWcag(tags))
    .flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${any[0]?.message ?? ''} ${html}`))
    .filter((told) => !SCROLLED_AWAY.test(told));
}

/** Inspects a page, or the part of it that a selector names, in both themes, and leaves it in the light one. */
export async function expectAccessible(page: Page, what: string, part = 'html'): Promise<void> {
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('html')).toContainClass(theme);
    const wrong = await violationsOf(page, part, theme === 'light' ? WHOLE : COLOURS);
    expect.soft(wrong, `violations on ${what}, ${theme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** For a page of thousands of elements whose colours are the same at every width, and are inspected at another. */
export async function expectAccessibleButForColours(page: Page, what: string): Promise<void> {
  expect.soft(await violationsOf(page, 'html', SHAPES), `violations on ${what}`).toEqual([]);
}

export async function expectNoSideways(page: Page, what: string): Promise<void> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(excess, `pixels that ${what} is wider than the screen`).toBe(0);
}

/** A whole page: nothing of it lies beyond its right edge, and nothing is wrong on it in either theme. */
export async function expectUsable(page: Page, what: string): Promise<void> {
  await expectNoSideways(page, what);
  await expectAccessible(page, what);
}
