import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { expectFocusSeen } from './focus';
import { Palette } from './palette';
import { SignInPage } from './sign-in-page';
import { accountOf } from './accounts';
import { Desk } from './desk';
import { HistoryPage } from './history-page';

/** Tab after tab until something has the focus, which is seen on every stop between. Answers how many it took. */
async function tabsTo(page: Page, isThere: () => Promise<boolean>, key = 'Tab'): Promise<number> {
  for (let tabs = 1; tabs <= 40; tabs += 1) {
    await page.keyboard.press(key);
    await expectFocusSeen(page.locator('*:focus'));
    if (await isThere()) return tabs;
  }
  throw new Error('Forty tabs lead nowhere.');
}

test('a whole call without a mouse, from the sign-in to the sign-out, and the focus is always in sight', async ({
  page,
  context,
}) => {
  test.slow();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await context.route('https://wa.me/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>WhatsApp</title>' }),
  );
  const press = (...keys: string[]) => desk.press(...keys);
  const account = accountOf('supervisor');
  const desk = new Desk(page, account);
  const door = new SignInPage(page);
  const history = new HistoryPage(page);

  await test.step('the sign-in', async () => {
    await door.open();
    await expectFocusSeen(door.email);
    await page.keyboard.type(account.email);
    await press('Tab');
    await expectFocusSeen(door.password);
    await page.keyboard.type(account.password);
    await press('Enter');
    await expect(page).toHaveURL('/');
    await desk.isAlive();
  });

  await test.step('past the header in one key', async () => {
    await press('Tab');
    await expectFocusSeen(page.getByRole('link', { name: 'Ir al contenido' }));
  });

  const id = 451002;
  await test.step('the search', async () => {
    await press('/');
    await expectFocusSeen(desk.search);
    await page.keyboard.type(String(id));
    await desk.finds(id);
    await press('Enter');
    await desk.shows(id);
  });

  await test.step('the launch, and the verdict', async () => {
    await desk.isReadyForEnter();
    await expectFocusSeen(desk.launchButton);
    await press('3');
    await expectFocusSeen(desk.launchButton);
    const task = await desk.launchedBy(() => press('Enter'));
    await desk.sees({ verdict: 'intermittent', task });
    await expect(page.getByTestId('announcer')).toContainText(': Intermitente.');
    await expect(desk.launchButton, 'the focus stays where the hand is').toBeFocused();
    await expectFocusSeen(desk.launchButton);
  });

  await test.step('the ticket', async () => {
    await press('t');
    await expect(page.getByTestId('copy-ticket')).toContainText('Ticket copiado');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(String(id));
  });

  await test.step('the message to the customer', async () => {
    await press('w');
    const dialog = page.getByRole('dialog', { name: 'Mensaje para el cliente' });
    await expectFocusSeen(dialog.getByRole('link', { name: 'Abrir WhatsApp' }));
    const opened = context.waitForEvent('page');
    await press('Enter');
    await (await opened).close();
    await press('Escape');
    await expect(dialog).toHaveCount(0);
    await expectFocusSeen(desk.launchButton);
  });

  await test.step('a note, by Tab from the result', async () => {
    const note = page.getByLabel('Nota para el ticket');
    await tabsTo(page, () => note.evaluate((field) => field === document.activeElement));
    await page.keyboard.type('Reinició el equipo.');
    await press('Control+Enter');
    await expect(page.getByTestId('save-note')).toContainText('Nota guardada');
  });

  await test.step('the history, through the palette', async () => {
    const palette = new Palette(page);
    await palette.open();
    await palette.type('histo');
    await expect(palette.highlighted).toContainText('Historial');
    await press('Enter');
    await expect(page).toHaveURL(/\/history/);
    await history.isSettled();
    await press('/');
    await expectFocusSeen(history.text);
    await page.keyboard.type(String(id));
    await expect(history.rows).toHaveCount(1);
    await press('Enter', 'j');
    await expectFocusSeen(page.locator('*:focus'));
    await press('Enter');
    await expect(page).toHaveURL(/\/pings\//);
  });

  await test.step('the sign-out', async () => {
    const palette = new Palette(page);
    await palette.open();
    await palette.type('cerrar');
    await expect(palette.highlighted).toContainText('Cerrar sesión');
    await press('Enter');
    await expect(page).toHaveURL(/\/sign-in/);
    await door.isAlive();
    await expectFocusSeen(door.email);
  });
});

for (const [name, size] of [
  ['wide', { width: 1440, height: 900 }],
  ['as at 200 %', { width: 640, height: 400 }],
  ['narrow', { width: 320, height: 640 }],
] as const) {
  test(`no stop of the Tab key hides behind the header or the bar below (${name})`, async ({
    desk,
    page,
  }) => {
    await page.setViewportSize(size);
    await desk.open();
    await desk.choose(461002);
    await desk.isReadyForEnter();
    await desk.launch();
    await desk.sees({ verdict: 'intermittent' });
    await page.locator('body').press('Tab');
    const first = await page.evaluate(() => document.activeElement?.outerHTML);
    for (let stops = 1; ; stops += 1) {
      expect(stops, 'Tab comes round').toBeLessThan(120);
      await expectFocusSeen(page.locator('*:focus'));
      await page.keyboard.press('Tab');
      const now = await page.evaluate(() => document.activeElement?.outerHTML);
      if (now === first || now === undefined || now.startsWith('<body')) break;
    }
  });
}
