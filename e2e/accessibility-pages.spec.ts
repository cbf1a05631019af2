import { PAGE_RULES } from '@/lib/domain/route-rules';
import { expect, test } from './fixtures';
import { HistoryPage } from './history-page';
import { expectAccessible, expectNoSideways, expectUsable } from './inspect';
import { PeoplePage, uniqueEmail, WelcomePage } from './people-page';
import { ROOMS } from './rooms';

// Each state is visited once at each width and inspected there in both themes.

/** These have stories of their own, here, in accessibility.spec.ts or in api-docs.spec.ts. */
const ELSEWHERE = ['/', '/services/[serviceId]', '/pings/[taskId]', '/history', '/api-docs', '/gallery'];

/** What shows that a page has all that it shows, and how many things open on it at the least. */
const OTHER_PAGES: Record<string, { sign: string; opens: number }> = {
  '/audit': { sign: '[data-testid=audit-entry]', opens: 0 },
  '/directory': { sign: '[data-testid=directory-count]', opens: 0 },
  '/profile': { sign: '[data-testid=session]', opens: 0 },
  '/second-step': { sign: 'main h1', opens: 0 },
  '/settings': { sign: '[data-testid=settings]', opens: 0 },
  '/status': { sign: '[data-testid=status-signs]', opens: 0 },
  '/tokens': { sign: '[data-testid=token]', opens: 0 },
  '/users': { sign: '[data-testid=user]', opens: 3 },
};

test('every page is inspected, here or elsewhere', () => {
  const inside = PAGE_RULES.filter(({ door }) => !['nobody', 'nobody_yet', 'anyone'].includes(door));
  const others = inside.map(({ path }) => path).filter((path) => !ELSEWHERE.includes(path));
  expect(Object.keys(OTHER_PAGES)).toEqual(others.sort());
});

for (const { width, height } of ROOMS) {
  test.describe(`${width} pixels wide`, () => {
    const room = { colorScheme: 'light', viewport: { width, height } } as const;
    test.use(room);

    test(`everybody can use the history, its filters, tables and files (${width})`, async ({ team }) => {
      test.slow();
      const supervisor = await team.desk('supervisor', room);
      const history = new HistoryPage(supervisor.page);
      await history.open('?period=yesterday');
      await expect(history.worst).toBeVisible();
      await expectUsable(history.page, 'the history');
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
      await expectNoSideways(history.page, 'the tables of the charts');
      await expectAccessible(history.page, 'the tables of the charts', '[data-testid=history-charts]');
      await history.open('?q=nobody+is+called+this&zone=Zona+Norte');
      await expect(history.empty).toBeVisible();
      await expectAccessible(history.page, 'a history in which nothing fits', 'main');
    });

    test(`everybody can look after people, and be let in by a link (${width})`, async ({
      team,
      page,
      guard,
    }) => {
      guard.allow(/status of 404 .*account-link/);
      const people = new PeoplePage((await team.desk('admin', room)).page);
      await people.open();
      await people.invite.click();
      await people.dialog.getByRole('button', { name: 'Crear enlace' }).click();
      await expectAccessible(people.page, 'an invitation with something missing', '[role=dialog]');
      await people.page.keyboard.press('Escape');
      await people.does('bruno.costa@pulso.demo', 'Desactivar…');
      await expectAccessible(people.page, 'the question before disabling', '[role=dialog]');
      await people.page.keyboard.press('Escape');
      const link = await people.invites('Eva Ríos', uniqueEmail(`axe-${width}`), 'Soporte');

      const welcome = new WelcomePage(page);
      await page.goto(link);
      await welcome.chooses('short');
      await expect(welcome.password).toHaveAttribute('aria-invalid', 'true');
      await expectUsable(page, 'the choice of a password');
      await page.goto('/welcome');
      await expect(page.getByRole('heading')).toHaveText('Este enlace ya no sirve');
      await expectUsable(page, 'a link that is over');
    });

    test(`everybody can make a token, and read a trail in which nothing fits (${width})`, async ({
      team,
    }) => {
      const { page } = await team.desk('admin', room);
      await page.goto('/tokens');
      await expect(page.getByTestId('token').first()).toBeVisible();
      await page.getByRole('button', { name: 'Nuevo token' }).click();
      await page.getByRole('button', { name: 'Crear token' }).click();
      await expectAccessible(page, 'the form of a token that is not filled in', '[role=dialog]');
      await page.getByLabel('Nombre').fill(`a token of ${width}`);
      await page.getByRole('checkbox').first().check();
      await page.getByRole('button', { name: 'Crear token' }).click();
      await expect(page.getByTestId('made-token')).toBeVisible();
      await expectAccessible(page, 'a token that was just made', '[role=dialog]');
      await page.goto('/audit?period=7d&target=token:x');
      await expect(page.getByText('Nada con estos filtros.')).toBeVisible();
      await expectUsable(page, 'an audit trail in which nothing fits');
    });

    test(`everybody can use every other page, with all that opens on it (${width})`, async ({
      team,
      guard,
    }) => {
      test.slow();
      const { page } = await team.desk('admin', room);
      for (const [path, { sign, opens }] of Object.entries(OTHER_PAGES)) {
        await page.goto(path);
        await expect(page.locator(sign).first()).toBeVisible();
        await expectUsable(page, path);
        const openers = page.locator('main button[aria-haspopup]:visible:not(:disabled)');
        // Rows of a list open the same menu.
        const count = Math.min(3, await openers.count());
        expect(count, `menus and dialogs of ${path}`).toBeGreaterThanOrEqual(opens);
        for (let at = 0; at < count; at += 1) {
          await openers.nth(at).click();
          await expect(page.locator('[role=menu], [role=dialog]')).toBeVisible();
          await expectAccessible(page, `what opens on ${path}`, '[role=menu], [role=dialog]');
          await page.keyboard.press('Escape');
          await expect(page.locator('[role=menu], [role=dialog]')).toHaveCount(0);
        }
      }
      guard.allow(/status of 404 .*\/nowhere\)/);
      await page.goto('/nowhere');
      await expectUsable(page, 'a page that does not exist');
    });
  });
}
