import { expect, test } from './fixtures';
import { HistoryPage } from './history-page';

test('a line that an agent knows to work is grey in its silence, for everybody, until the mark is taken back', async ({
  desk,
  page,
  api,
  team,
}) => {
  const id = 841017;
  await desk.open();
  await desk.choose(id);
  const task = await desk.launch();
  await desk.sees({ verdict: 'no_internet', certainty: 'solid', badge: 'No responde', task });
  await expect(desk.badge).toHaveClass(/border-silent/);
  const answer = (await api.get(`/api/v1/ping/${task}/?details=1`)).envelope;
  expect(answer).toMatchObject({ action: 'no_internet', data: { verdict: 'no_internet' } });

  await page.getByRole('button', { name: 'El cliente navega' }).click();
  await expect(desk.badge).toHaveText('No concluyente · este equipo no responde ping');
  await expect(desk.badge).toHaveClass(/border-unknown/);
  await expect(desk.badge).not.toHaveClass(/silent/);
  await expect(page.getByTestId('quiet-line')).toContainText(
    /Ana Torres anotó (ahora mismo|hace \d+\ss) que este cliente navega aunque su equipo no responde ping\./,
  );
  const noted = (await api.get(`/api/v1/ping/${task}/?details=1`)).envelope;
  expect(noted, 'the evidence is what it was').toEqual({
    ...answer,
    data: { ...(answer.data as object), quiet_line: true },
  });
  await expect(page).toHaveTitle(/^No concluyente · /);
  await expect(page.getByTestId('next-steps')).toHaveAttribute('data-advice', 'never_answers');
  await expect(page.getByTestId('next-steps')).toHaveAttribute('data-visit', 'no');

  const colleague = await team.desk('supervisor');
  await colleague.open(`/?service=${id}`);
  await colleague.shows(id);
  await expect(colleague.badge).toHaveText('No concluyente · este equipo no responde ping');
  await expect(colleague.page.getByTestId('quiet-line')).toContainText('Ana Torres anotó');
  const history = new HistoryPage(colleague.page);
  await history.open(`?service=${id}`);
  await expect(history.rows.first()).toContainText('No concluyente');
  await colleague.page.goBack();

  await page.getByRole('button', { name: 'Quitar la marca' }).click();
  await desk.sees({ verdict: 'no_internet', certainty: 'solid', badge: 'No responde', task });
  await expect(desk.badge).toHaveClass(/border-silent/);
  await colleague.reload();
  await colleague.sees({ verdict: 'no_internet', certainty: 'solid', badge: 'No responde', task });
});

test('the first reply ends the mark of a quiet line, and its next silence is red', async ({
  desk,
  page,
  simulator,
}) => {
  const id = 851017;
  await simulator.script(id, 'silent', 'silent', 'stable', 'silent');
  await desk.open();
  await desk.choose(id);
  await desk.sees({ badge: 'No responde', task: await desk.launch() });
  await page.getByRole('button', { name: 'El cliente navega' }).click();
  await expect(desk.badge).toHaveText(/^No concluyente/);
  await desk.sees({ verdict: 'stable', task: await desk.launchedBy(() => desk.press('r')) });
  await expect(page.getByTestId('quiet-line')).toHaveCount(0);
  await desk.sees({
    verdict: 'no_internet',
    certainty: 'solid',
    badge: 'No responde',
    task: await desk.launchedBy(() => desk.press('r')),
  });
  await expect(page.getByRole('button', { name: 'El cliente navega' })).toBeVisible();
});
