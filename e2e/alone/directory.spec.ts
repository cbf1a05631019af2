import { DirectoryPage } from '../directory-page';
import { expect, test } from '../fixtures';

/** A customer of the simulated provider that no other story knows. */
const LOST = 69_975;

test.use({ role: 'admin' });
test.afterEach(async ({ simulator }) => {
  await simulator.customers({ hidden: [], listDelayMs: 0 });
  await simulator.outage('none');
});

test('a reading shows how far it is and ends; a customer that WispHub lost is marked, kept, and comes back', async ({
  desk,
  page,
  simulator,
  team,
}) => {
  const admin = await team.api('admin');
  const customer = async () => (await admin.get(`/api/v1/services/${LOST}/`)).envelope.data;
  const directory = new DirectoryPage(page);
  expect(desk.account.role).toBe('admin');
  await expect
    .poll(customer, { message: 'the first reading has ended' })
    .toMatchObject({ vanished_at: null });

  await directory.open();
  await simulator.customers({ hidden: [LOST], listDelayMs: 400 });
  await directory.loadNow.click();
  await expect(directory.progress).toHaveAttribute('aria-valuetext', /^[\d.]+ de 2\.?022$/);
  await expect(directory.loadNow).toBeDisabled();
  await expect(directory.progress).toHaveCount(0, { timeout: 30_000 });
  await expect(directory.lastLoad).toHaveText('Leído completo ahora mismo');
  await expect(directory.panel).toContainText(/ya no (está|están) en WispHub/);
  expect(await customer()).toMatchObject({ service_id: LOST, vanished_at: expect.any(String) });

  await desk.open();
  await desk.choose(LOST);
  await expect(desk.card).toContainText('WispHub ya no conoce este servicio');

  await simulator.customers({ hidden: [], listDelayMs: 0 });
  await directory.open();
  await directory.loadNow.click();
  await expect.poll(customer).toMatchObject({ vanished_at: null });
});

test('while WispHub is down the old directory stays, says how old it is, and can be searched', async ({
  desk,
  page,
  simulator,
}) => {
  const directory = new DirectoryPage(page);
  await directory.open();
  const before = await directory.count.innerText();
  await simulator.outage('html');
  await directory.loadNow.click();
  await expect(directory.panel.getByRole('status').filter({ hasText: 'no terminó' })).toContainText(
    /El directorio leído hace .* se puede seguir usando/,
    { timeout: 45_000 },
  );
  await expect(directory.count).toHaveText(before);
  await desk.open();
  await desk.search.fill('johana vargas');
  await expect(desk.results.filter({ hasText: 'Johana Vargas Peña' }).first()).toBeVisible();
});
