import type { Desk } from './desk';
import { expect, test } from './fixtures';

const termOf = (desk: Desk, name: string) => desk.page.locator(`[data-term=${name}]`).first();
const noteOf = (desk: Desk) => desk.page.getByRole('note');

async function measured(desk: Desk, serviceId: number): Promise<void> {
  await desk.open();
  await desk.choose(serviceId);
  await desk.launch();
}

test('the pointer resting on a term opens it with its formula and its source, and leaving closes it', async ({
  desk,
}) => {
  await measured(desk, 941002);
  await desk.sees({ verdict: 'intermittent' });
  await termOf(desk, 'loss').hover();
  const note = noteOf(desk);
  await expect(note).toContainText('perdidos ÷ enviados × 100');
  await expect(note).toContainText('Pérdida real entre');
  await expect(note.locator('[data-term-part=source]')).toHaveText([/RFC 792/, /Wilson, 1927/]);
  await desk.launchButton.hover();
  await expect(note).toHaveCount(0);
});

test('Enter opens a term and Escape closes it; the focus stays, and the keys of the desk go on working', async ({
  desk,
}) => {
  await measured(desk, 941016);
  await desk.sees({ verdict: 'stable' });
  const jitter = termOf(desk, 'jitter');
  await jitter.focus();
  await desk.press('Enter');
  await expect(noteOf(desk)).toContainText('RFC 3550');
  await expect(jitter).toBeFocused();
  await expect(jitter).toHaveAttribute('aria-expanded', 'true');
  await desk.press('Escape');
  await expect(noteOf(desk)).toHaveCount(0);
  await expect(jitter).toBeFocused();
  await desk.press('Enter');
  await expect(noteOf(desk)).toBeVisible();
  await desk.launchedBy(() => desk.press('r'));
});

test('what opened with Enter is read out', async ({ desk }) => {
  await measured(desk, 941001);
  await desk.sees({ verdict: 'stable' });
  await termOf(desk, 'rtt').focus();
  await desk.press('Enter');
  await expect(desk.page.getByRole('status').filter({ hasText: 'ida y vuelta' })).toBeAttached();
});

test('a verdict names its rule, the value in force and its source, and says what its border means', async ({
  desk,
}) => {
  await measured(desk, 951001);
  await desk.sees({ verdict: 'stable', certainty: 'hollow', badge: 'Estable · solo 4 paquetes' });
  await desk.badge.locator('[data-term=stable]').click();
  const note = noteOf(desk);
  await expect(note.locator('[data-term-part=rule]').first()).toContainText('≥ 80');
  await expect(note.locator('[data-term-part=source]').first()).toContainText('API documentada');
  await expect(note).toContainText('Borde punteado');
  await desk.press('Escape');
  await desk.badge.locator('[data-term=few_packets]').click();
  await expect(note).toContainText('hacen falta 10 paquetes');
});

test('a term opens under a thumb, fits a telephone, and moves nothing', async ({ team }) => {
  const desk = await team.desk('technician', { hasTouch: true, viewport: { width: 360, height: 740 } });
  await measured(desk, 951002);
  await desk.sees({ verdict: 'intermittent' });
  const term = termOf(desk, 'loss');
  await term.scrollIntoViewIfNeeded();
  const before = await term.boundingBox();
  await term.tap();
  await expect(noteOf(desk)).toContainText('Wilson, 1927');
  const note = await noteOf(desk).boundingBox();
  expect(note?.x).toBeGreaterThanOrEqual(0);
  expect((note?.x ?? 0) + (note?.width ?? 999)).toBeLessThanOrEqual(360);
  expect(await term.boundingBox()).toEqual(before);
  await term.tap();
  await expect(noteOf(desk)).toHaveCount(0);
});

test('? shows the keys of the page one is on, the button does the same, and Escape closes them', async ({
  desk,
  page,
}) => {
  await desk.open();
  await desk.press('?');
  await expect(desk.shortcutSheet).toContainText('Lanzar el ping');
  await desk.press('Escape');
  await expect(desk.shortcutSheet).toHaveCount(0);
  await desk.open('/profile');
  await page.getByRole('button', { name: 'Atajos de teclado' }).click();
  await expect(desk.shortcutSheet).toContainText('En todas las páginas');
  await expect(desk.shortcutSheet).not.toContainText('Lanzar el ping');
  await desk.press('Escape');
  await expect(desk.shortcutSheet).toHaveCount(0);
});

test.describe('who leads', () => {
  test.use({ role: 'admin' });

  test('finds each sign of the status and the totals of the history explained', async ({ desk, page }) => {
    await desk.open('/status');
    await page.locator('[data-sign=budget] [data-term]').click();
    await expect(noteOf(desk)).toContainText('WISPHUB_RATE_PER_MINUTE');
    await desk.press('Escape');
    await desk.open('/history');
    await page.getByTestId('history-totals').locator('[data-term=repeats]').click();
    await expect(noteOf(desk)).toContainText('72 h');
  });
});
