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
    'a phone or a document, with spaces or without',
    [
      ['3000012345', JOHANA],
      ['300 001 23 45', JOHANA],
      ['9900012345', JOHANA],
    ],
  ],
  [
    'an IP or an id',
    [
      ['10.20.30.40', JOHANA],
      ['12345', JOHANA],
    ],
  ],
] as const) {
  test(`a customer is found by ${how}`, async ({ desk }) => {
    await desk.open();
    for (const [typed, id] of ways) {
      await desk.search.fill(typed);
      await expect(desk.results.first(), typed).toHaveAttribute('data-service-id', String(id));
      // A list that is older than what is typed is on show, but cannot be chosen from.
      await expect(desk.results.first()).toBeEnabled();
      await desk.press('Enter');
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
  await desk.open();
  await desk.press('/');
  await expect(desk.option(501001)).toContainText(name);
  const recent = page.getByRole('complementary', { name: 'Mis mediciones' });
  await recent.getByRole('button', { name: /id 501001$/ }).click();
  await desk.shows(501001);
});
