import type { Page } from '@playwright/test';
import { z } from 'zod';
import { PAGE_RULES } from '@/lib/domain/route-rules';
import { filled } from './door-table';
import { expect, test } from './fixtures';
import { SignInPage } from './sign-in-page';

// The guard fails a story at the first violation; these walk to where one could happen.

async function opensAMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
}

test('the sign-in and its menus keep to the content policy', async ({ page }) => {
  const door = new SignInPage(page);
  await door.open();
  await opensAMenu(page, 'Idioma');
  await opensAMenu(page, 'Tema');
  await page.getByRole('button', { name: 'Mostrar contraseña' }).click();
  await expect(door.password).toHaveAttribute('type', 'text');
});

test('every menu, tooltip, dialog and popover of the desk keeps to the content policy', async ({
  desk,
  page,
}) => {
  await desk.open();
  for (const name of ['Idioma', 'Tema', 'Cuenta de Ana Torres']) await opensAMenu(page, name);
  await page.getByRole('button', { name: 'Atajos de teclado' }).hover();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.getByRole('button', { name: 'Atajos de teclado' }).click();
  await expect(desk.shortcutSheet).toBeVisible();
  await desk.press('Escape');
  await desk.choose(651002);
  await desk.packets.click();
  await expect(page.getByRole('menu')).toBeVisible();
  await desk.press('Escape');
  await desk.launch();
  await desk.sees({ verdict: 'intermittent' });
  await desk.result.locator('[data-term=loss]').click();
  await expect(page.getByRole('note')).toContainText('Wilson, 1927');
  await desk.press('Escape');
  await desk.result.locator('summary').click();
  await page.getByRole('button', { name: 'Tema' }).click();
  await page.getByRole('menuitemradio', { name: 'Oscuro' }).click();
  await expect(page.locator('html')).toContainClass('dark');
});

test('the gallery and a page that does not exist keep to the content policy', async ({
  desk,
  guard,
  page,
}) => {
  await page.goto('/gallery');
  await expect(page.getByTestId('ping-badge').first()).toBeVisible();
  guard.allow(/status of 404 .*\/nowhere\)/);
  const response = await page.goto('/nowhere');
  expect(response?.status()).toBe(404);
  await page.getByRole('link', { name: 'Volver a la mesa' }).click();
  await desk.isAlive();
});

const listedSchema = z.object({ items: z.tuple([z.object({ task_id: z.string() })]) });

/** The rows of a long list open the same menu again and again. */
const MOST_OF_A_PAGE = 8;

/** Words of the trade open the same card wherever they stand. */
const TERMS_OF_A_PAGE = 3;

/** These have their menus outside of `main`, and no header that another page has too. */
const DOORS = ['/second-step', '/welcome'];

/** How many things open on a page at the least, its terms among them; the header is counted by itself. */
const OPENS: Record<string, number> = {
  '/services/[serviceId]': 2,
  '/history': 4 + TERMS_OF_A_PAGE,
  '/users': 4,
  '/status': TERMS_OF_A_PAGE,
  '/second-step': 2,
  '/welcome': 2,
};

/** Opens what says that it opens something, and closes it again. Answers how many there were. */
async function opensEverything(page: Page, part: string, most = MOST_OF_A_PAGE): Promise<number> {
  const openers = page.locator(`${part} button[aria-haspopup]:visible:not(:disabled)`);
  const count = Math.min(most, await openers.count());
  for (let at = 0; at < count; at += 1) {
    await openers.nth(at).click();
    await expect(openers.nth(at)).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Escape');
    await expect(page.locator('[role=menu], [role=dialog]')).toHaveCount(0);
  }
  return count;
}

/** Opens the first terms that explain themselves, and closes them again. Answers how many there were. */
async function opensTerms(page: Page): Promise<number> {
  const terms = page.locator('main [data-term]:visible');
  const count = Math.min(TERMS_OF_A_PAGE, await terms.count());
  for (let at = 0; at < count; at += 1) {
    await terms.nth(at).click();
    await expect(page.getByRole('note')).not.toBeEmpty();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('note')).toHaveCount(0);
  }
  return count;
}

test('every page, with all that opens on it, keeps to the content policy and has a nonce of its own', async ({
  team,
}) => {
  test.slow();
  const nonces: string[] = [];
  const { page } = await team.desk('admin');
  const listed = await (await team.api('admin')).get('/api/v1/pings/?limit=1');
  const [{ task_id: taskId }] = listedSchema.parse(listed.envelope.data).items;
  const shown = PAGE_RULES.filter(
    ({ door, path }) => door !== 'nobody_yet' && door !== 'nobody' && path !== '/gallery',
  );
  // The header is the same on every page.
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  expect(await opensEverything(page, 'header', Infinity), 'menus of the header').toBeGreaterThanOrEqual(3);
  for (const { path } of shown) {
    const address = filled(path.replace('[taskId]', taskId).replace('[serviceId]', '12345'));
    const response = await page.goto(address);
    const policy = response?.headers()['content-security-policy'] ?? '';
    nonces.push(/'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none');
    await expect(page.locator('main'), path).toBeVisible();
    await page.waitForLoadState('networkidle');
    const opened = await opensEverything(page, DOORS.includes(path) ? 'body' : 'main');
    const explained = await opensTerms(page);
    expect(opened + explained, `what opens on ${path}`).toBeGreaterThanOrEqual(OPENS[path] ?? 0);
  }
  expect(new Set(nonces).size).toBe(shown.length);
});

test('the guard of these stories sees a violation and an error of a page', async ({ page, guard }) => {
  await page.goto('/sign-in');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.setAttribute('onload', 'alert(1)');
    document.body.append(script);
    setTimeout(() => {
      throw new Error('an error of the page');
    });
  });
  await expect.poll(() => guard.troubles.join('\n')).toMatch(/Policy violation: script-src/);
  await expect.poll(() => guard.troubles.join('\n')).toMatch(/an error of the page/);
  guard.allow(/./s);
});

test('every request gets a nonce of its own, and only our scripts carry it', async ({ page, request }) => {
  const nonces = new Set<string>();
  for (const path of ['/sign-in', '/sign-in', '/', '/nowhere']) {
    const response = await request.get(path, { maxRedirects: 0 });
    const policy = response.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy, 'no script without the nonce').not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? '');
  }
  nonces.delete('');
  expect(nonces.size).toBe(4);

  const response = await page.goto('/sign-in');
  const policy = response?.headers()['content-security-policy'] ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  const given = await page
    .locator('script')
    .evaluateAll((all) => all.map((each) => (each as HTMLScriptElement).nonce));
  expect(new Set(given)).toEqual(new Set([nonce]));
});
