import { accountOf, signIn } from './accounts';
import { expectRefusal } from './api-client';
import { Desk } from './desk';
import { expect, test } from './fixtures';
import { LinePage, withPast } from './line-page';

test('a note is written with Ctrl and Enter, and whoever answers next reads it', async ({
  desk,
  page,
  team,
}) => {
  const id = 9721001;
  await desk.open();
  await desk.choose(id);
  const line = new LinePage(page);
  await line.note.fill('Cambió el PoE.\nFalta alinear la antena.');
  await page.keyboard.press('Control+Enter');
  await expect(line.notes).toHaveText(/Ana Torres.*Cambió el PoE\.\s+Falta alinear la antena\./s);
  await expect(line.note).toHaveValue('');

  const colleague = await team.desk('technician');
  await colleague.open(`/services/${id}`);
  const theirs = new LinePage(colleague.page);
  await expect(theirs.notes).toContainText('Falta alinear la antena.');
  await expect(theirs.notes.getByRole('button'), 'it is not theirs to delete').toHaveCount(0);
});

test('an author takes a note back, changes their mind, and then deletes it for good', async ({
  desk,
  page,
  team,
}) => {
  const id = 9721002;
  const agent = await team.api('agent');
  await agent.post(`/api/v1/services/${id}/notes/`, { text: 'Queda' });
  await agent.post(`/api/v1/services/${id}/notes/`, { text: 'Se va' });
  const listed = async () => JSON.stringify((await agent.get(`/api/v1/services/${id}/notes/`)).envelope.data);
  await desk.open(`/services/${id}`);
  const line = new LinePage(page);
  const leaving = line.notes.filter({ hasText: 'Se va' });
  await leaving.getByRole('button', { name: 'Borrar la nota de Ana Torres' }).click();
  await expect(leaving).toHaveCount(0);
  await page.getByRole('button', { name: 'Deshacer' }).click();
  await expect(leaving).toBeVisible();
  expect(await listed()).toContain('Se va');

  await leaving.getByRole('button', { name: 'Borrar la nota de Ana Torres' }).click();
  // Looking at something else neither undoes it nor waits for it.
  await page.getByRole('link', { name: 'Abrir en la mesa' }).click();
  await desk.shows(id);
  await expect.poll(listed, { timeout: 20_000 }).not.toContain('Se va');
  await expect(line.notes).toHaveCount(1);
  await expect(line.notes).toContainText('Queda');
});

test('a note that is being deleted is gone even when the tab is closed at once', async ({
  desk,
  page,
  team,
}) => {
  const id = 9731001;
  const agent = await team.api('agent');
  await agent.post(`/api/v1/services/${id}/notes/`, { text: 'Se va' });
  await desk.open(`/services/${id}`);
  await page.getByRole('button', { name: 'Borrar la nota de Ana Torres' }).click();
  await expect(page.getByText('Nota borrada.')).toBeVisible();
  await page.goto('about:blank');
  await expect
    .poll(async () => JSON.stringify((await agent.get(`/api/v1/services/${id}/notes/`)).envelope.data))
    .not.toContain('Se va');
});

test('what was noted under a result is kept with its ping, and the ticket still has it', async ({
  desk,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const id = 971002;
  await desk.open();
  await desk.choose(id);
  const task = await desk.launch();
  await desk.sees({ verdict: 'intermittent', task });
  const note = page.getByLabel('Nota para el ticket');
  await note.fill('Se corta de noche.');
  await page.getByTestId('save-note').click();
  await expect(page.getByTestId('save-note')).toHaveText('Nota guardada');
  await page.getByRole('button', { name: 'Copiar ticket' }).click();
  await expect(page.getByRole('button', { name: 'Ticket copiado' })).toBeVisible();
  const ticket = await page.evaluate(() => navigator.clipboard.readText());
  expect(ticket).toContain('Nota: Se corta de noche.');
  expect(ticket).toContain(`/pings/${task}`);

  const line = new LinePage(page);
  await expect(line.notes).toContainText('Se corta de noche.');
  await line.notes.getByRole('link', { name: 'medición' }).click();
  await line.showsPing(task);
  await expect(line.notes).toContainText('Se corta de noche.');
});

test('nothing typed is lost: not by another result, not by another customer, not by a reload', async ({
  desk,
  page,
}) => {
  const [first, second] = [9741001, 9741002] as const;
  const note = page.getByLabel('Nota para el ticket');
  const line = new LinePage(page);
  await desk.open();
  await desk.choose(first);
  await desk.sees({ verdict: 'stable', task: await desk.launch() });
  await note.fill('Vuelve a llamar el jueves.');
  await line.note.fill('Pregunte por la portería.');
  await desk.launchButton.focus();
  const again = await desk.launchedBy(() => desk.press('r'));
  await desk.sees({ verdict: 'stable', task: again });
  await expect(note, 'after another result').toHaveValue('Vuelve a llamar el jueves.');

  await desk.choose(second);
  await desk.sees({ verdict: 'intermittent', task: await desk.launch() });
  await expect(note, 'it belongs to the other customer').toHaveValue('');
  await expect(line.note).toHaveValue('');
  await desk.choose(first);
  await expect(note, 'after another customer').toHaveValue('Vuelve a llamar el jueves.');
  await expect(line.note).toHaveValue('Pregunte por la portería.');
  await desk.reload();
  await expect(note, 'after a reload').toHaveValue('Vuelve a llamar el jueves.');

  await page.getByTestId('save-note').click();
  await expect(page.getByTestId('save-note')).toHaveText('Nota guardada');
  const later = await desk.launch();
  await desk.sees({ verdict: 'stable', task: later });
  await expect(note, 'what was saved with a ping is not carried to the next').toHaveValue('');
});

test('who signs out leaves nothing typed behind', async ({ browser, baseURL, guard }) => {
  const [task = ''] = await withPast(9751001, [5]);
  const account = accountOf('agent');
  const context = await browser.newContext({ baseURL, locale: 'es', storageState: await signIn(account) });
  await guard.watch(context);
  const desk = new Desk(await context.newPage(), account);
  await desk.open(`/services/9751001`);
  const line = new LinePage(desk.page);
  await line.note.fill('Solo mío');
  await desk.page.getByRole('button', { name: 'Cuenta de Ana Torres' }).click();
  await desk.page.getByRole('menuitem', { name: 'Cerrar sesión' }).click();
  await expect(desk.page).toHaveURL(/\/sign-in/);
  const kept = await desk.page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  expect(kept).not.toContain('Solo mío');
  await context.addCookies((await signIn(account)).cookies);
  await desk.open('/services/9751001');
  await expect(line.note).toHaveValue('');
  expect(task).not.toBe('');
  await context.close();
});

test('the notes of the API: who may, what is accepted, and what is refused', async ({
  team,
  stranger,
  api,
  desk,
}) => {
  expect(desk.account.role).toBe('agent');
  const id = 9761001;
  const path = `/api/v1/services/${id}/notes/`;
  const [agent, technician, supervisor] = await Promise.all([
    team.api('agent'),
    team.api('technician'),
    team.api('supervisor'),
  ]);
  expectRefusal(await stranger.get(path), 401, 'unauthorized');
  expectRefusal(await api.get(path), 403, 'forbidden');
  expectRefusal(await api.post(path, { text: 'No' }), 403, 'forbidden');
  for (const text of ['', ' \n ', 'ñ'.repeat(2001), 7, undefined]) {
    const meta = expectRefusal(await agent.post(path, { text }), 400, 'invalid_request');
    expect(meta.fields).toHaveProperty('text');
  }
  const unknown = { text: 'De otra', task_id: '00000000-0000-4000-8000-000000000000' };
  expectRefusal(await agent.post(path, unknown), 404, 'task_unknown');

  const written = await agent.post(path, { text: ' uno\u0000dos\r\ntres ' });
  expect(written.envelope).toMatchObject({
    ok: true,
    action: 'note_written',
    data: { service_id: id, task_id: null, text: 'uno dos\ntres', author: 'Ana Torres', may_delete: true },
  });
  const { note_id: noteId } = written.envelope.data as { note_id: number };
  const seen = await technician.get(path);
  expect(seen.envelope).toMatchObject({
    action: 'notes_listed',
    data: { items: [{ note_id: noteId, may_delete: false }], next_cursor: null },
  });
  const one = `${path}${noteId}/`;
  expectRefusal(await technician.call('DELETE', one, { data: {} }), 403, 'forbidden');
  expect((await supervisor.call('DELETE', one, { data: {} })).envelope.action).toBe('note_deleted');
  expectRefusal(await agent.call('DELETE', one, { data: {} }), 404, 'note_unknown');
});
