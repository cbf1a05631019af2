import { expect, test } from './fixtures';
import { holdLateCode } from './late-code';
import { Palette } from './palette';

const JOHANA = 12345;

test('Ctrl K finds a customer from the desk, and Enter opens the call ready for the next Enter', async ({
  desk,
  page,
}) => {
  const palette = new Palette(page);
  await desk.open();
  await palette.open();
  await palette.type('yojana bargas');
  await expect(palette.highlighted).toHaveAttribute('data-service-id', String(JOHANA));
  await desk.press('Enter');
  await expect(palette.box).toHaveCount(0);
  await desk.shows(JOHANA);
  await expect(page).toHaveURL(`/?service=${JOHANA}`);
  await desk.isReadyForEnter();
});

test('Ctrl K works while somebody types in the search, and again closes it', async ({ desk, page }) => {
  const palette = new Palette(page);
  await desk.open();
  await desk.press('/');
  await page.keyboard.type('mar');
  await palette.open();
  await desk.press('Control+k');
  await expect(palette.box).toHaveCount(0);
  await expect(desk.search).toBeFocused();
  await expect(desk.search).toHaveValue('mar');
});

test('what is typed after Ctrl K waits for the palette on a slow network, and goes nowhere else', async ({
  desk,
  page,
}) => {
  const palette = new Palette(page);
  const release = await holdLateCode(page);
  await desk.open();
  await desk.press('/');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('yojana');
  await expect(palette.box).toHaveCount(0);
  release();
  await expect(palette.field).toBeFocused();
  await palette.type(' bargas');
  await expect(palette.field).toHaveValue('yojana bargas');
  await expect(palette.highlighted).toHaveAttribute('data-service-id', String(JOHANA));
  await desk.press('Escape');
  await expect(desk.search).toHaveValue('');
});

test('Escape closes the palette and gives the keyboard back', async ({ desk, page }) => {
  const palette = new Palette(page);
  await desk.open();
  await palette.open();
  await palette.type('maria');
  await desk.press('Escape');
  await expect(palette.box).toHaveCount(0);
  await desk.press('/');
  await expect(desk.search).toBeFocused();
});

test('Ctrl Enter opens the page about the customer instead', async ({ desk, page }) => {
  const palette = new Palette(page);
  await desk.open();
  await palette.open();
  await palette.type(String(JOHANA));
  await expect(palette.highlighted).toHaveAttribute('data-service-id', String(JOHANA));
  await desk.press('Control+Enter');
  await expect(page).toHaveURL(`/services/${JOHANA}`);
});

test('a page is found by the beginning of its name, and a customer from that page', async ({
  desk,
  page,
}) => {
  const palette = new Palette(page);
  await desk.open();
  await palette.open();
  await palette.type('hist');
  await expect(palette.highlighted).toHaveText('Historial');
  await desk.press('Enter');
  await expect(page).toHaveURL(/\/history/);
  await expect(page.getByRole('main')).toBeVisible();
  await palette.open();
  await palette.type('johana vargas');
  await expect(palette.highlighted).toHaveAttribute('data-service-id', String(JOHANA));
  await desk.press('Enter');
  await desk.shows(JOHANA);
});

test('the arrows walk through customers, pages and actions', async ({ desk, page }) => {
  const palette = new Palette(page);
  await desk.open();
  await palette.open();
  await palette.type('tema');
  await palette.box.locator('[data-command]').first().waitFor();
  while ((await palette.highlighted.getAttribute('data-command')) !== 'theme-dark')
    await desk.press('ArrowDown');
  await desk.press('Enter');
  await expect(page.locator('html')).toContainClass('dark');
});

for (const [role, pages] of [
  ['technician', ['desk', 'tokens']],
  ['agent', ['desk', 'history', 'tokens']],
  ['admin', ['desk', 'history', 'directory', 'users', 'settings', 'tokens', 'audit', 'status']],
] as const) {
  test(`the palette leads only to the pages of the role ${role}`, async ({ team }) => {
    const desk = await team.desk(role);
    const palette = new Palette(desk.page);
    await desk.open();
    await palette.open();
    const rows = palette.box.locator('[data-command^=page-]');
    await expect(rows).toHaveCount(pages.length);
    const found = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-command')));
    expect(found).toEqual(pages.map((name) => `page-${name}`));
  });
}

test('the sheet of keys names the palette', async ({ desk }) => {
  await desk.open();
  await desk.press('?');
  await expect(desk.shortcutSheet).toContainText('Buscar o ir a cualquier página');
});

test('another dialog keeps the keyboard to itself', async ({ desk, page }) => {
  const palette = new Palette(page);
  await desk.open();
  await desk.press('?');
  await expect(desk.shortcutSheet).toBeVisible();
  await desk.press('Control+k');
  await expect(palette.box).toHaveCount(0);
});

test('the palette shows what the keys of the page do, and a row does what its key does', async ({ team }) => {
  const { page } = await team.desk('supervisor');
  const palette = new Palette(page);
  await page.goto('/history');
  await expect(page.getByTestId('history-totals')).toBeVisible();
  await palette.open();
  const row = palette.box.locator('[data-command=key-historyFilter]');
  await expect(row).toContainText('Añadir un filtro');
  await expect(row.locator('kbd')).toHaveText('F');
  await palette.type('añadir');
  await expect(palette.highlighted).toHaveAttribute('data-command', 'key-historyFilter');
  await page.keyboard.press('Enter');
  await expect(palette.box).toHaveCount(0);
  await expect(page.getByRole('dialog', { name: 'Filtro' }).getByRole('combobox')).toBeFocused();
});

test('a key that does nothing now is not offered', async ({ desk, page }) => {
  const palette = new Palette(page);
  await desk.open();
  await palette.open();
  await expect(palette.box.locator('[data-command=key-sheet]')).toBeVisible();
  await expect(palette.box.locator('[data-command=key-again]')).toHaveCount(0);
});
