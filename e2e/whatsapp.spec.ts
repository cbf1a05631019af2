import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Mensaje para el cliente' });

/** Nothing of these stories leaves the machine; what would have left is told. */
async function watchWhatsapp(context: BrowserContext): Promise<string[]> {
  const asked: string[] = [];
  await context.route('https://wa.me/**', async (route) => {
    asked.push(route.request().url());
    await route.fulfill({ contentType: 'text/html', body: '<title>WhatsApp</title>' });
  });
  return asked;
}

test('W opens the message with the number of the record, and only a press on the link sends it on', async ({
  desk,
  page,
  context,
}) => {
  const asked = await watchWhatsapp(context);
  await desk.open();
  await desk.choose(831003);
  const first = ((await desk.card.getByRole('heading').textContent()) ?? '').split(' ')[0];
  const task = await desk.launch();
  await desk.sees({ verdict: 'no_internet', certainty: 'solid', task });
  const code = ((await page.getByTestId('case-code').textContent()) ?? '').replace('Caso ', '');
  await desk.press('w');
  const dialog = dialogOf(page);
  await expect(dialog.getByLabel('Número')).toHaveValue('30000831003');
  const text = dialog.getByTestId('customer-text');
  await expect(text).toHaveValue(
    new RegExp(`^Hola, ${first}\\. Probamos su conexión \\(\\d{1,2}:\\d{2}\\) y no tuvimos respuesta\\.`),
  );
  await expect(text).toHaveValue(new RegExp(`\\nSu código de caso: ${code}$`));
  await text.press('Control+End');
  await text.pressSequentially(' & gracias');
  const written = await text.inputValue();
  expect(asked, 'nothing is sent by itself').toEqual([]);

  const opened = context.waitForEvent('page');
  await dialog.getByRole('link', { name: 'Abrir WhatsApp' }).click();
  const whatsapp = await opened;
  await expect(whatsapp).toHaveTitle('WhatsApp');
  const address = new URL(whatsapp.url());
  expect(address.origin + address.pathname).toBe('https://wa.me/5730000831003');
  expect(address.searchParams.get('text')).toBe(written);
  expect([...address.searchParams.keys()]).toEqual(['text']);
  await desk.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('the number is chosen from the record or typed, and without one there is no link', async ({
  desk,
  page,
}) => {
  await desk.open();
  // A generated customer, because a double of the cast has one phone only.
  await desk.choose(20350);
  const task = await desk.launch();
  await desk.sees({ verdict: 'stable', task });
  await desk.press('w');
  const number = dialogOf(page).getByLabel('Número');
  const link = dialogOf(page).getByText('Abrir WhatsApp');
  await expect(number).toHaveValue('3000020350');
  const offered = page.locator(`datalist#${await number.getAttribute('list')} option`);
  expect(await offered.evaluateAll((all) => all.map((one) => one.getAttribute('value')))).toEqual([
    '3000020350',
    '6000020350',
  ]);
  for (const [typed, international] of [
    ['6000020350', '576000020350'],
    ['300 123 45 67', '573001234567'],
    ['+34 600 11 22 33', '34600112233'],
  ] as const) {
    await number.fill(typed);
    await expect(link).toHaveAttribute('href', new RegExp(`^https://wa\\.me/${international}\\?text=`));
  }
  await number.fill('300 12');
  await expect(dialogOf(page)).toContainText('Escriba al menos 7 dígitos.');
  await expect(link).not.toHaveAttribute('href');
});

for (const { id, does } of [
  { id: 831007, does: 'is answered for by a router' },
  { id: 831008, does: 'answers by MAC' },
  { id: 831005, does: 'could not be measured' },
]) {
  test(`the message of a line that ${does} has a case code, and neither address nor document`, async ({
    desk,
    page,
    api,
  }) => {
    await desk.open();
    await desk.choose(id);
    const ping = await api.waitsForTheEndOf(await desk.launch());
    await expect(desk.result).toHaveAttribute('data-task-id', ping.task_id);
    await desk.press('w');
    const text = dialogOf(page).getByTestId('customer-text');
    await expect(text).toHaveValue(new RegExp(`Su código de caso: ${ping.case_code}$`));
    const written = await text.inputValue();
    expect(written).not.toMatch(/\d+\.\d+|(?:[0-9A-F]{2}:){2}/i);
    expect(written).not.toContain(String(id));
    expect(written).not.toMatch(/router RB|sector|WispHub|ping/i);
  });
}

test('the message to a suspended customer speaks of no debt', async ({ desk, page }) => {
  await desk.open();
  await desk.choose(831011);
  await expect(desk.card).toContainText('Debe 90.000');
  await desk.launchButton.click();
  const task = await desk.launchedBy(() => desk.launchAnyway.click());
  await desk.sees({ verdict: 'no_internet', task });
  await desk.press('w');
  const text = dialogOf(page).getByTestId('customer-text');
  await expect(text).toHaveValue(/revisar con usted el estado de su servicio/);
  expect(await text.inputValue()).not.toMatch(/90|deb[ea]|deuda|saldo|pago|factura|suspend/i);
});

test('the case code that a customer reads out finds the ping again, however it is written', async ({
  desk,
  page,
  team,
}) => {
  const id = 831001;
  await desk.open();
  await desk.choose(id);
  const name = (await desk.card.getByRole('heading').textContent()) ?? '';
  const task = await desk.launch();
  await desk.sees({ verdict: 'stable', task });
  const code = ((await page.getByTestId('case-code').textContent()) ?? '').replace('Caso ', '');

  const colleague = await team.desk('supervisor');
  await colleague.open();
  for (const typed of [code, code.toLowerCase(), `${code.slice(0, 3)}-${code.slice(3)}`]) {
    await colleague.search.fill(typed);
    // Beside it the customer may stand for a moment among those of the question before.
    const found = colleague.results.filter({ hasText: `Caso ${code}` });
    await expect(found).toContainText(`Caso ${code} · ${name} · Estable`);
    await colleague.press('Enter');
    await colleague.shows(id);
    await colleague.sees({ verdict: 'stable', task });
    await colleague.page.getByRole('button', { name: 'Cerrar cliente' }).click();
    await expect(colleague.card).toHaveCount(0);
  }
});

test('a case code that finds a ping is not said to find nothing', async ({ desk, page }) => {
  await desk.open();
  await desk.choose(841001);
  await desk.sees({ verdict: 'stable', task: await desk.launch() });
  const code = ((await page.getByTestId('case-code').textContent()) ?? '').replace('Caso ', '');
  await desk.search.fill(code);
  const list = page.getByTestId('service-search');
  await expect(list.locator('[aria-busy=false]')).toBeAttached();
  await expect(list).toContainText(`Caso ${code}`);
  await expect(list).toContainText('1 resultado');
  await expect(list).not.toContainText(/Ningún cliente coincide|Sin resultados/);
});

test('Enter opens the ping of a case code although the search for a name is still under way', async ({
  desk,
  page,
}) => {
  await desk.open();
  await desk.choose(841001);
  const task = await desk.launch();
  await desk.sees({ verdict: 'stable', task });
  const code = ((await page.getByTestId('case-code').textContent()) ?? '').replace('Caso ', '');
  await page.getByRole('button', { name: 'Cerrar cliente' }).click();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/api\/v1\/services\/\?q=/, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await desk.search.fill(code);
  await expect(desk.results.first()).toContainText(`Caso ${code}`);
  await desk.press('Enter');
  await desk.shows(841001);
  await desk.sees({ verdict: 'stable', task });
  release();
});

test('the message keeps to the language of the customer, whatever the agent reads', async ({
  desk,
  page,
}) => {
  await desk.open();
  await desk.choose(841003);
  await desk.choosesLanguage('English');
  await desk.sees({ verdict: 'no_internet', task: await desk.launch() });
  await desk.press('w');
  await expect(page.getByTestId('customer-text')).toHaveValue(
    /^Hola, \S+\. Probamos su conexión \(\d{1,2}:\d{2}\) /,
  );
});
