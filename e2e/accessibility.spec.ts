import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { HistoryPage } from './history-page';
import { LinePage, withPast } from './line-page';
import { PeoplePage, uniqueEmail, WelcomePage } from './people-page';
import { SignInPage } from './sign-in-page';

/** A colour that is still changing has no contrast to measure. */
const settled = (page: Page) =>
  page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity);
    return Promise.allSettled(ending.map((animation) => animation.finished));
  });

/** Inspects a page, or only the part of it that a selector names. */
async function expectAccessible(page: Page, what: string, part = 'html'): Promise<void> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${any[0]?.message ?? ''} ${html}`));
  expect.soft(grave, `serious or critical on ${what}`).toEqual([]);
}

async function expectNoSideways(page: Page, what: string): Promise<void> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(excess, `pixels that ${what} is wider than the screen`).toBe(0);
}

const ROOMS = [
  { theme: 'light', width: 1440, prefix: 54 },
  { theme: 'light', width: 360, prefix: 55 },
  { theme: 'dark', width: 1440, prefix: 56 },
  { theme: 'dark', width: 360, prefix: 57 },
] as const;

for (const { theme, width, prefix } of ROOMS) {
  test.describe(`${theme}, ${width} pixels wide`, () => {
    test.use({ colorScheme: theme, viewport: { width, height: 900 } });

    test(`everybody can use the sign-in, refused or not (${theme}, ${width})`, async ({ page, guard }) => {
      guard.allow(/status of 401 /);
      const door = new SignInPage(page);
      await door.open();
      await expect(page.locator('html')).toContainClass(theme);
      await expectAccessible(page, 'the sign-in');
      await door.signIn('agent@pulso.demo', 'not the password');
      await expect(door.refusal).toBeVisible();
      await expectAccessible(page, 'the refusal');
    });

    test(`everybody can use the desk, from empty to a result (${theme}, ${width})`, async ({
      desk,
      page,
      api,
    }) => {
      const suspended = Number(`${prefix}1011`);
      const silent = Number(`${prefix}1003`);
      await desk.open();
      await expect(page.locator('html')).toContainClass(theme);
      await expectAccessible(page, 'the empty desk');
      await desk.press('?');
      await expect(desk.shortcutSheet).toBeVisible();
      await expectAccessible(page, 'the sheet of keys');
      await desk.press('Escape', '/');
      await desk.search.fill('maria jose');
      await expect(desk.results.first()).toBeVisible();
      await expectAccessible(page, 'the results of a search');
      await desk.search.fill('zona:');
      await expect(desk.results.first()).toBeVisible();
      await desk.press('Enter');
      await expectAccessible(page, 'a search with a filter');
      await desk.press('Escape', 'Control+k');
      await expect(page.getByTestId('palette').getByRole('option').first()).toBeVisible();
      await expectAccessible(page, 'the palette');
      await desk.press('Escape');
      await desk.choose(suspended);
      await desk.launchButton.click();
      await expect(desk.launchAnyway).toBeVisible();
      await expectAccessible(page, 'the card of a suspended line');
      const task = await api.startsPing(silent, 100);
      await desk.choose(silent);
      await expect(desk.progress).toContainText('Hasta ahora');
      await expectAccessible(page, 'the progress');
      await desk.progress.getByRole('button', { name: 'Detener aquí' }).click();
      await desk.sees({ verdict: 'no_internet', task });
      await desk.result.locator('summary').click();
      await expectAccessible(page, 'the result with its table');
    });

    test(`everybody can use the page of a line and the permalink of a ping (${theme}, ${width})`, async ({
      desk,
      page,
    }) => {
      const id = Number(`${prefix}1015`);
      await withPast(id, [4000, 300, 200, 100]);
      const [task = ''] = await withPast(id, [60]);
      const line = new LinePage(page);
      await desk.open(`/services/${id}`);
      await expect(line.marks).toHaveCount(5);
      await line.note.fill('Cambió el PoE.');
      await page.getByRole('button', { name: 'Guardar nota' }).click();
      await expect(line.notes).toHaveCount(1);
      await expectAccessible(page, 'the page of a line');
      await line.trend.getByRole('button', { name: /ver como tabla/i }).click();
      await line.notes.getByRole('button').click();
      await expect(page.getByText('Nota borrada.')).toBeVisible();
      await expectAccessible(page, 'the table of its chart and a note that is being deleted');
      await expectNoSideways(page, 'the page of a line');
      await line.opensPing(task);
      await expectAccessible(page, 'the permalink of a ping');
      await expectNoSideways(page, 'the permalink of a ping');
    });

    test(`everybody can use the history, its filters, tables and files (${theme}, ${width})`, async ({
      team,
    }) => {
      const supervisor = await team.desk('supervisor', {
        colorScheme: theme,
        viewport: { width, height: 900 },
      });
      const history = new HistoryPage(supervisor.page);
      await history.open('?period=yesterday');
      await expect(history.worst).toBeVisible();
      await expectAccessible(history.page, 'the history');
      await expectNoSideways(history.page, 'the history');
      const unfold = history.page.getByRole('button', { name: 'Filtros' });
      if (await unfold.isVisible()) await unfold.click();
      for (const name of [/^Período: /, /^Resultado: /, /^Filtro$/, /^Exportar$/]) {
        await history.page.getByRole('button', { name }).click();
        await expect(history.page.getByRole('dialog')).toBeVisible();
        await expectAccessible(history.page, `what ${name.source} opens`, '[role=dialog]');
        await history.page.keyboard.press('Escape');
        await expect(history.page.getByRole('dialog')).toHaveCount(0);
      }
      const asTable = history.page.getByRole('button', { name: /: ver como tabla$/ });
      for (let left = await asTable.count(); left > 0; left -= 1) await asTable.first().click();
      await expectAccessible(history.page, 'the tables of the charts', '[data-testid=history-charts]');
      await expectNoSideways(history.page, 'the tables of the charts');
      await history.open('?q=nobody+is+called+this&zone=Zona+Norte');
      await expect(history.empty).toBeVisible();
      await expectAccessible(history.page, 'a history in which nothing fits', 'main');
    });

    test(`everybody can look after people, and after their own profile (${theme}, ${width})`, async ({
      team,
      page,
      guard,
    }) => {
      guard.allow(/status of 404 .*account-link/);
      const room = { colorScheme: theme, viewport: { width, height: 900 } };
      const people = new PeoplePage((await team.desk('admin', room)).page);
      await people.open();
      await expectAccessible(people.page, 'the people');
      await expectNoSideways(people.page, 'the people');
      await people.invite.click();
      await people.dialog.getByRole('button', { name: 'Crear enlace' }).click();
      await expectAccessible(people.page, 'an invitation with something missing', '[role=dialog]');
      await people.page.keyboard.press('Escape');
      await people.does('bruno.costa@pulso.demo', 'Desactivar…');
      await expectAccessible(people.page, 'the question before disabling', '[role=dialog]');
      await people.page.keyboard.press('Escape');
      const link = await people.invites('Eva Ríos', uniqueEmail(`axe-${theme}-${width}`), 'Soporte');
      await people.page.goto('/profile');
      await expect(people.page.getByTestId('session').first()).toBeVisible();
      await expectAccessible(people.page, 'the profile');
      await expectNoSideways(people.page, 'the profile');

      const welcome = new WelcomePage(page);
      await page.goto(link);
      await welcome.chooses('short');
      await expect(welcome.password).toHaveAttribute('aria-invalid', 'true');
      await expectAccessible(page, 'the choice of a password');
      await expectNoSideways(page, 'the choice of a password');
      await page.goto('/welcome');
      await expect(page.getByRole('heading')).toHaveText('Este enlace ya no sirve');
      await expectAccessible(page, 'a link that is over');
    });

    test(`everybody can make a token, and read the audit trail (${theme}, ${width})`, async ({ team }) => {
      const { page } = await team.desk('admin', { colorScheme: theme, viewport: { width, height: 900 } });
      await page.goto('/tokens');
      await expect(page.getByTestId('token').first()).toBeVisible();
      await expectAccessible(page, 'the tokens');
      await expectNoSideways(page, 'the tokens');
      await page.getByRole('button', { name: 'Nuevo token' }).click();
      await page.getByRole('button', { name: 'Crear token' }).click();
      await expectAccessible(page, 'the form of a token that is not filled in');
      await page.getByLabel('Nombre').fill(`a token of ${theme} ${width}`);
      await page.getByRole('checkbox').first().check();
      await page.getByRole('button', { name: 'Crear token' }).click();
      await expect(page.getByTestId('made-token')).toBeVisible();
      await expectAccessible(page, 'a token that was just made');
      await page.goto('/audit?period=7d&target=token:x');
      await expect(page.getByText('Nada con estos filtros.')).toBeVisible();
      await page.goto('/audit');
      await expect(page.getByTestId('audit-entry').first()).toBeVisible();
      await expectAccessible(page, 'the audit trail');
      await expectNoSideways(page, 'the audit trail');
      await page.goto('/status');
      await expect(page.getByTestId('status-signs')).toBeVisible();
      await expectAccessible(page, 'the status of the system');
      await expectNoSideways(page, 'the status of the system');
    });

    test(`everybody can read the gallery (${theme}, ${width})`, async ({ page }) => {
      // Every component in every state on one page: on a loaded machine the inspection alone takes a minute.
      test.slow();
      const response = await page.goto('/gallery');
      expect(response?.status()).toBe(200);
      await expectAccessible(page, 'the gallery');
    });
  });
}

test.describe('320 pixels wide', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('nothing has to be scrolled sideways on the narrowest phone', async ({
    desk,
    page,
    browser,
    baseURL,
  }) => {
    const visitor = await browser.newContext({ viewport: { width: 320, height: 640 }, baseURL });
    const door = await visitor.newPage();
    await door.goto('/sign-in');
    await expectNoSideways(door, 'the sign-in');
    await visitor.close();
    await desk.open();
    await expectNoSideways(page, 'the empty desk');
    await desk.search.fill('maria jose perez');
    await expect(desk.results.first()).toBeVisible();
    await expectNoSideways(page, 'the list of results');
    await desk.choose(581007);
    await expectNoSideways(page, 'the card');
    await desk.press('3');
    await desk.launch();
    await expect(desk.progress).toBeVisible();
    await expectNoSideways(page, 'the progress');
    await desk.sees({ verdict: 'no_internet' });
    await desk.result.locator('summary').click();
    await expectNoSideways(page, 'the result');
    await page.goto('/gallery');
    await expectNoSideways(page, 'the gallery');
  });

  test('the button stays within the reach of the thumb', async ({ desk }) => {
    await desk.open();
    await desk.choose(581001);
    await expect(desk.launchButton).toBeInViewport({ ratio: 1 });
    await desk.launch();
    await desk.sees({ verdict: 'stable' });
    await expect(desk.launchButton).toBeInViewport({ ratio: 1 });
  });
});
