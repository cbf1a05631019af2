import type { Page } from '@playwright/test';

const CODE = /\/_next\/static\/chunks\/.*\.js/;

/**
 * Holds back what a page fetches only once it rests, as a slow network does, until what is returned is called. To be
 * called before the page is opened.
 */
export async function holdLateCode(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const document = page.waitForResponse((response) => response.request().isNavigationRequest());
  const html = document.then((response) => response.text());
  await page.route(CODE, async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    if (!(await html).includes(name)) await released;
    await route.continue();
  });
  return release;
}
