import { expect, test } from './fixtures';

const JOHANA = 12345;

for (const [how, ways] of [
  [
    'a name, whatever its accents, capitals and order, and with a typo',
    [
      ['begona ibanez soto', 1002],
      ['Begoña Ibáñez Soto', 1002],
      ['PEÑA JOHANA', JOHANA],
      ['johana bargas', JOHANA],
      ['quiñon vega osc', 1007],
    ],
  ],
  [
    'its sound, as people write what they hear',
    [
      ['yojana bargas', JOHANA],
      ['gulian guisa ocanpo', 1019],
      ['begonia ivanes', 1002],
      ['ector estupinan ruis', 1013],
    ],
  ],
  [
    'a name with a typo, finished or not',
    [
      ['johana vragas', JOHANA],
      ['catalina nuñex ro', 1020],
      ['oscar quinnoes', 1007],
    ],
  ],
  [
    'a phone or a document, with spaces or without',
    [
      ['3000012345', JOHANA],
      ['300 001 23 45', JOHANA],
      ['9900012345', JOHANA],
    ],
  ],
  [
    'a phone with its country code',
    [
      ['+57 300 001 2345', JOHANA],
      ['573000012345', JOHANA],
      ['0057 300 0012345', JOHANA],
    ],
  ],
  [
    'an IP, an id or an address',
    [
      ['10.20.30.40', JOHANA],
      ['12345', JOHANA],
      ['cl 12 # 4-31', JOHANA],
    ],
  ],
  [
    'a MAC with colons, dashes or nothing',
    [
      ['02:00:00:00:30:39', JOHANA],
      ['02-00-00-00-30-39', JOHANA],
      ['0200.0000.3039', JOHANA],
      ['020000003039', JOHANA],
    ],
  ],
] as const) {
  test(`a customer is found by ${how}`, async ({ desk }) => {
    await desk.open();
    for (const [typed, id] of ways) {
      await desk.search.fill(typed);
      // Others whom stories of the same run have opened may be called alike, and stand before.
      await desk.option(id).click();
      await desk.shows(id);
      await desk.page.getByRole('button', { name: 'Cerrar cliente' }).click();
      await expect(desk.card).toHaveCount(0);
    }
  });
}

test('the beginning of an IP finds all that begin so', async ({ desk }) => {
  await desk.open();
  await desk.search.fill('10.20.30.11');
  await expect(desk.option(1019)).toBeVisible();
  await expect(desk.option(1020)).toBeVisible();
  await expect(desk.option(JOHANA)).toHaveCount(0);
});

const NORTH = 1021;
const HAMLET = 1022;

test('two customers of one name are told apart by where they live', async ({ desk }) => {
  await desk.open();
  await desk.search.fill('maria jose perez munoz');
  await expect(desk.option(NORTH)).toContainText('Cl 15 # 6-70, El Prado');
  await expect(desk.option(HAMLET)).toContainText('Vereda La Peña, casa 9');
  await expect(desk.option(HAMLET)).toContainText('Suspendido');
  await expect(desk.results.first(), 'the active one first').toHaveAttribute(
    'data-service-id',
    String(NORTH),
  );
});

test('a filter is typed before the name, and a key takes it back', async ({ desk, page }) => {
  await desk.open();
  await desk.press('/');
  await page.keyboard.type('zona:pe');
  await expect(desk.results).toHaveText([/Vereda La Peña/]);
  await expect(desk.results.first()).toBeEnabled();
  await desk.press('Enter');
  await expect(page.locator('[data-filter-chip=zone]')).toHaveText('Vereda La Peña');
  await page.keyboard.type('maria jose perez');
  await expect(desk.option(HAMLET)).toBeVisible();
  await expect(desk.option(NORTH)).toHaveCount(0);
  await desk.search.selectText();
  await desk.press('Backspace', 'Backspace');
  await expect(page.locator('[data-filter-chip]')).toHaveCount(0);
  await page.keyboard.type('maria jose perez');
  await expect(desk.option(NORTH)).toBeVisible();
});

test('a filter is chosen with the mouse, alone lists its customers, and goes with the customer', async ({
  desk,
  page,
}) => {
  await desk.open();
  const box = page.getByTestId('service-search');
  await box.getByRole('button', { name: 'Filtrar' }).click();
  await desk.results.filter({ hasText: 'Estado' }).click();
  await desk.results.filter({ hasText: 'Suspendido' }).click();
  await expect(box.getByRole('button', { name: 'Quitar el filtro Estado: Suspendido' })).toBeVisible();
  await expect(desk.results.locator('[data-account]').first()).toHaveText('Suspendido');
  await expect(desk.results.locator('[data-account=active]')).toHaveCount(0);
  await page.keyboard.type('maria jose perez');
  await desk.finds(HAMLET);
  await desk.press('Enter');
  await desk.shows(HAMLET);
  await expect(page.locator('[data-filter-chip]')).toHaveCount(0);
});

test('each letter cancels the search before it, and the old list stays as it was until the new one is there', async ({
  desk,
  page,
}) => {
  await desk.open();
  await desk.press('/');
  await page.keyboard.type('maria jose');
  await expect(desk.option(NORTH)).toBeVisible();
  await desk.press('ArrowDown');
  const highlighted = page.locator('[role=option][aria-selected=true]');
  const before = await highlighted.getAttribute('data-service-id');

  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/api\/v1\/services\/\?q=/, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  const first = page.waitForRequest(/q=maria\+jose\+p&/);
  await page.keyboard.type(' p');
  const overtaken = await first;
  const cancelled = page.waitForEvent('requestfailed', (request) => request === overtaken);
  await page.keyboard.type('e');
  expect((await cancelled).failure()?.errorText).toMatch(/aborted/i);
  await expect(desk.option(NORTH), 'the old list is still there').toBeVisible();
  await expect(highlighted).toHaveAttribute('data-service-id', before ?? '');
  release();
  await expect(page.getByTestId('service-search').locator('[aria-busy=false]')).toBeAttached();
  // Which of the two comes first depends on what the agent looked at last.
  await expect(desk.results.first()).toHaveAttribute('aria-selected', 'true');
});

test('a mouse that lies on the list chooses nothing while somebody types', async ({ desk, page }) => {
  await desk.open();
  await desk.press('/');
  await page.keyboard.type('maria jose pe');
  await expect(page.getByTestId('service-search').locator('[aria-busy=false]')).toBeAttached();
  const box = await desk.results.nth(1).boundingBox();
  await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 10, { steps: 4 });
  await expect(desk.results.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.type('rez');
  await expect(page.getByTestId('service-search').locator('[aria-busy=false]')).toBeAttached();
  await expect(desk.results.first()).toHaveAttribute('aria-selected', 'true');
});

test.describe('a technician', () => {
  test.use({ role: 'technician' });

  test('finds by name and phone, but neither finds nor sees a document', async ({ desk, page }) => {
    await desk.open();
    await desk.search.fill('9900012345');
    await expect(page.getByTestId('service-search')).toContainText('Ningún cliente coincide');
    await desk.search.fill('300 001 2345');
    await expect(desk.option(JOHANA)).toBeVisible();
    await expect(desk.option(JOHANA)).not.toContainText('Doc.');
  });
});

test('no result teaches what else can be typed', async ({ desk, page }) => {
  await desk.open();
  await desk.search.fill('xqzw vrrrk');
  const list = page.getByTestId('service-search');
  await expect(list).toContainText('Ningún cliente coincide con «xqzw vrrrk».');
  await expect(list).toContainText('Pruebe con el teléfono, el documento, la IP o el id del servicio.');
  await expect(desk.results).toHaveCount(0);
});

test('an id typed by hand is enough, although the directory does not hold it', async ({ desk }) => {
  await desk.open();
  await desk.search.fill('491001');
  await expect(desk.option(491001)).toHaveText('Usar el id 491001 aunque no esté en el directorio');
  await desk.press('Enter');
  await desk.shows(491001);
  await desk.sees({ verdict: 'stable', task: await desk.launch() });
});

test('what cannot be an id offers none', async ({ desk, page }) => {
  await desk.open();
  for (const typed of ['0', '99999999999']) {
    await desk.search.fill(typed);
    await expect(page.getByTestId('service-search').locator('[aria-busy=false]')).toBeAttached();
    await expect(desk.results.filter({ hasText: 'aunque no esté en el directorio' })).toHaveCount(0);
  }
});

test('signs that a database gives a meaning are only letters to the search', async ({ desk, page }) => {
  const list = page.getByTestId('service-search');
  await desk.open();
  for (const typed of ["'--", '\\', '%%%', '_____', '";']) {
    await desk.search.fill(typed);
    await expect(list).toContainText(`Ningún cliente coincide con «${typed}».`);
  }
  await desk.search.fill("johana' or 1=1 --");
  await expect(list.locator('[aria-busy=false]')).toBeAttached();
  await expect(list.getByRole('alert')).toHaveCount(0);
});

test('customers that were opened are at hand again', async ({ desk, page }) => {
  await desk.open();
  await desk.choose(501001);
  const name = (await desk.card.getByRole('heading').textContent()) ?? '';
  const recent = page.getByRole('complementary', { name: 'Mis mediciones' });
  const opened = recent.getByRole('button', { name: /id 501001$/ });
  await expect(opened, 'while the call goes on').toBeVisible();
  await desk.open();
  await desk.press('/');
  await expect(desk.option(501001)).toContainText(name);
  await opened.click();
  await desk.shows(501001);
});
