import { expect, test } from './fixtures';
import { expectAccessible, expectAccessibleButForColours, expectNoSideways, expectUsable } from './inspect';
import { LinePage, withPast } from './line-page';
import { ROOMS } from './rooms';
import { SignInPage } from './sign-in-page';

// Each state is visited once at each width and inspected there in both themes. What is behind the other pages is in
// accessibility-pages.spec.ts, and what is described at /api-docs in api-docs.spec.ts.

for (const { width, height, prefix } of ROOMS) {
  test.describe(`${width} pixels wide`, () => {
    test.use({ colorScheme: 'light', viewport: { width, height } });

    test(`everybody can use the sign-in, its menus, and a refusal (${width})`, async ({ page, guard }) => {
      guard.allow(/status of 401 /);
      const door = new SignInPage(page);
      await door.open();
      await expectUsable(page, 'the sign-in');
      for (const name of ['Idioma', 'Tema']) {
        await page.getByRole('button', { name }).click();
        await expect(page.getByRole('menu')).toBeVisible();
        await expectAccessible(page, `the menu ${name}`, '[role=menu]');
        await page.keyboard.press('Escape');
      }
      await door.signIn('agent@pulso.demo', 'not the password');
      await expect(door.refusal).toBeVisible();
      await expectUsable(page, 'the refusal');
    });

    test(`everybody can search: nothing, people, filters, commands, keys (${width})`, async ({
      desk,
      page,
    }) => {
      await desk.open();
      await expectUsable(page, 'the empty desk');
      await desk.press('?');
      await expect(desk.shortcutSheet).toBeVisible();
      await expectAccessible(page, 'the sheet of keys', '[role=dialog]');
      await desk.press('Escape', '/');
      await desk.search.fill('maria jose perez');
      await expect(desk.results.first()).toBeVisible();
      await expectUsable(page, 'the results of a search');
      await desk.search.fill('nobody is called this');
      await expect(page.getByTestId('service-search').getByText(/nobody is called this/)).toBeVisible();
      await expectUsable(page, 'a search that finds nobody');
      await desk.search.fill('zona:');
      await expect(desk.results.first()).toBeVisible();
      await desk.press('Enter');
      await expectUsable(page, 'a search with a filter');
      await desk.press('Escape', 'Control+k');
      await expect(page.getByTestId('palette').getByRole('option').first()).toBeVisible();
      await expectUsable(page, 'the palette');
    });

    test(`everybody can ask, wait, and read every kind of result (${width})`, async ({
      desk,
      page,
      api,
      context,
      guard,
    }) => {
      test.slow();
      guard.allow(/net::ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED)/);
      const line = (member: number) => Number(`${prefix}${member}`);
      await desk.open();
      await desk.choose(line(1011));
      await desk.packets.click();
      await expectAccessible(page, 'the menu of packets', '[role=menu]');
      await desk.press('Escape');
      await desk.launchButton.click();
      await expect(desk.launchAnyway).toBeVisible();
      await expectUsable(page, 'the card of a suspended line');

      const [running, lossy, failed] = await Promise.all([
        api.startsPing(line(1003), 100),
        api.startsPing(line(1002), 10),
        api.startsPing(line(1005), 10),
      ]);
      await desk.choose(line(1003));
      await expect(desk.progress).toContainText('Hasta ahora');
      await expectUsable(page, 'the progress');
      await desk.sees({ verdict: 'no_internet', task: running });
      await desk.result.locator('summary').click();
      await expectUsable(page, 'the result of a silent line with its table');
      await desk.press('w');
      await expectAccessible(page, 'the message to the customer', '[role=dialog]');
      await desk.press('Escape');

      await desk.choose(line(1002));
      await desk.sees({ verdict: 'intermittent', task: lossy });
      await desk.result.getByRole('button', { name: /^Pérdida:/ }).click();
      await expectUsable(page, 'what a loss is');
      await desk.press('Escape');

      await desk.choose(line(1005));
      await desk.sees({ failure: 'router_interface', task: failed });
      await context.setOffline(true);
      await expect(desk.banner).toHaveAttribute('data-connection', 'offline');
      await desk.launchButton.click();
      await expect(page.locator('[data-problem=network]')).toBeVisible();
      await expectUsable(page, 'a failure, without a network');
      await context.setOffline(false);
      await expect(desk.banner).toHaveCount(0);
    });

    test(`everybody can use the page of a line and the permalink of a ping (${width})`, async ({
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
      await expectUsable(page, 'the page of a line');
      await line.trend.getByRole('button', { name: /ver como tabla/i }).click();
      await line.notes.getByRole('button').click();
      await expect(page.getByText('Nota borrada.')).toBeVisible();
      await expectUsable(page, 'the table of its chart and a note that is being deleted');
      await line.opensPing(task);
      await expectUsable(page, 'the permalink of a ping');
    });
  });
}

test('everybody can read the gallery, wide and narrow', async ({ page }) => {
  // Every component in every state on one page: on a loaded machine the inspection alone takes a minute.
  test.slow();
  await page.goto('/gallery');
  await expectAccessible(page, 'the gallery');
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSideways(page, 'the narrow gallery');
  await expectAccessibleButForColours(page, 'the narrow gallery');
});

test('where less motion is wished, another theme is there at once and nothing begins to change over', async ({
  desk,
  page,
}) => {
  await desk.open();
  await page.evaluate(() => {
    document.documentElement.dataset.begun = '0';
    document.addEventListener('transitionrun', () => {
      const { dataset } = document.documentElement;
      dataset.begun = String(Number(dataset.begun) + 1);
    });
  });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toContainClass('dark');
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await expect(page.locator('html')).toHaveAttribute('data-begun', '0');
});

test.describe('320 pixels wide', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('the button stays within the reach of the thumb', async ({ desk }) => {
    await desk.open();
    await desk.choose(581001);
    await expect(desk.launchButton).toBeInViewport({ ratio: 1 });
    await desk.launch();
    await desk.sees({ verdict: 'stable' });
    await expect(desk.launchButton).toBeInViewport({ ratio: 1 });
  });
});
