import { expect, test } from './fixtures';

test('a ping made for the wrong customer can be marked so, and the mark taken back', async ({
  desk,
  api,
}) => {
  await desk.open();
  await desk.choose(611001);
  const task = await desk.launch();
  await desk.sees({ verdict: 'stable', task });
  await desk.result.getByRole('button', { name: 'Era otro cliente' }).click();
  await expect(desk.result).toContainText('Esta medición se hizo al cliente equivocado');
  expect((await api.readsPing(task)).wrong_customer).toBe(true);
  await desk.reload();
  await desk.sees({ verdict: 'stable', task });
  await expect(desk.result).toContainText('Esta medición se hizo al cliente equivocado');
  await desk.result.getByRole('button', { name: 'Sí era este cliente' }).click();
  await expect(desk.result.getByRole('button', { name: 'Era otro cliente' })).toBeVisible();
  await expect(desk.result).not.toContainText('cliente equivocado');
  expect((await api.readsPing(task)).wrong_customer).toBe(false);
});

test('a long measurement that is stopped shows what is known', async ({ desk, api, team }) => {
  const id = 621003;
  const task = await (await team.api('agent')).startsPing(id, 100);
  await desk.open();
  await desk.choose(id);
  await expect(desk.progress).toContainText(/Hasta ahora respondieron 0 de \d0/);
  await desk.progress.getByRole('button', { name: 'Detener aquí' }).click();
  await desk.sees({ verdict: 'no_internet', certainty: 'solid', task });
  const { state, sent, requested } = await api.readsPing(task);
  expect(state).toBe('finished');
  expect(requested).toBe(100);
  expect(sent).toBeGreaterThanOrEqual(10);
  expect(sent).toBeLessThan(100);
  await expect(desk.result).toContainText(`perdió ${sent} de ${sent}`);
});

test('a measurement that is stopped before anything is known ends after its first round', async ({
  desk,
  api,
  team,
  simulator,
}) => {
  const id = 631003;
  const agent = await team.api('agent');
  const task = await agent.startsPing(id, 100);
  const { envelope } = await agent.post(`/api/v1/pings/${task}/stop/`);
  expect(envelope).toMatchObject({ ok: true, action: 'ping_stopping', data: { goes_on: false } });
  expect(await api.waitsForTheEndOf(task)).toMatchObject({ state: 'finished', requested: 100, sent: 10 });
  expect(await simulator.launches(id)).toHaveLength(1);
  await desk.open(`/?service=${id}`);
  await desk.sees({ verdict: 'no_internet', certainty: 'solid', task });
});

test("an agent goes on with what is known of a program's longer ping, and the program still gets all of it", async ({
  desk,
  page,
  api,
  team,
}) => {
  const id = 651001;
  await (await team.api('agent')).readsRecord(id);
  const task = await api.startsPing(id, 60);
  await desk.open(`/?service=${id}`);
  await desk.isMeasuring();
  await expect(desk.progress).toContainText(/Hasta ahora respondieron (\d+) de \1/);
  await desk.progress.getByRole('button', { name: 'Detener aquí' }).click();
  await desk.sees({ verdict: 'stable', certainty: 'hollow', badge: 'Estable · medición en curso', task });
  await expect(page.getByText(/La medición sigue porque también la pidió .* \(60 paquetes\)/)).toBeVisible();
  expect(await api.waitsForTheEndOf(task)).toMatchObject({ state: 'finished', sent: 60 });
  await desk.sees({ verdict: 'stable', certainty: 'solid', badge: 'Estable', task });
});

test.describe('a technician', () => {
  test.use({ role: 'technician', viewport: { width: 390, height: 800 } });

  test('a technician measures, and sees neither debts nor documents', async ({ desk, page }) => {
    await desk.open();
    await desk.search.fill('maria jose perez munoz');
    await expect(desk.option(1022)).toContainText('Vereda La Peña');
    await expect(desk.option(1022)).not.toContainText('Doc.');
    await desk.choose(641011);
    await expect(desk.card).toContainText('Suspendido');
    await desk.card.getByText('Ficha completa').click();
    await expect(desk.card).not.toContainText(/Debe|Al día|Documento|99000641011/);
    await desk.choose(641001);
    await desk.sees({ verdict: 'stable', certainty: 'solid', badge: 'Estable', task: await desk.launch() });
    await expect(desk.result).toContainText('respondieron 20 de 20');
    await expect(page.getByRole('button', { name: 'Era otro cliente' })).toHaveCount(0);
  });
});
