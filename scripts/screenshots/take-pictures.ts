import type { Browser, Page } from '@playwright/test';
import { accountOf, signIn } from '@/e2e/accounts';
import type { Role } from '@/lib/domain/role';

const FOLDER = 'public/screenshots';

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 780 };

type Picture = {
  name: string;
  role: Role;
  size: { width: number; height: number };
  /** Brings the page to what is to be seen. */
  walk: (page: Page) => Promise<void>;
};

/** Measures a line of the cast and waits for the answer; where one is there already, it is measured again. */
async function measure(page: Page, serviceId: number): Promise<void> {
  await page.goto(`/?service=${serviceId}`);
  await page.getByTestId('neighbours').waitFor({ state: 'attached' });
  await page.getByTestId('launch').click();
  await page.getByTestId('ping-progress').waitFor();
  await page.getByTestId('ping-result').waitFor({ timeout: 60_000 });
}

const PICTURES: readonly Picture[] = [
  { name: 'desk', role: 'agent', size: DESK, walk: (page) => measure(page, 1002) },
  { name: 'phone', role: 'technician', size: PHONE, walk: (page) => measure(page, 12_345) },
  {
    name: 'line',
    role: 'supervisor',
    size: DESK,
    walk: async (page) => {
      await page.goto('/services/12345');
      await page.locator('[data-chart=line-trend]').waitFor();
    },
  },
  {
    name: 'history',
    role: 'supervisor',
    size: DESK,
    walk: async (page) => {
      await page.goto('/history');
      await page.locator('[data-chart]').first().waitFor();
    },
  },
];

/** What still moves or is about to arrive is given time: nobody compares these pictures. */
const REST_MS = 1500;

/** The pictures of the README, each in both themes. */
export async function takePictures(browser: Browser, baseURL: string): Promise<void> {
  for (const { name, role, size, walk } of PICTURES)
    for (const colorScheme of ['light', 'dark'] as const) {
      const storageState = await signIn(accountOf(role), baseURL);
      const room = { baseURL, storageState, colorScheme, viewport: size, locale: 'es' };
      const context = await browser.newContext({ ...room, serviceWorkers: 'block' });
      const page = await context.newPage();
      await walk(page);
      await page.mouse.move(0, 0);
      await page.waitForTimeout(REST_MS);
      const file = `${FOLDER}/${name}-${colorScheme}.png`;
      await page.screenshot({ path: file, animations: 'disabled' });
      console.log(file);
      await context.close();
    }
}
