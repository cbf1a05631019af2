import { Desk } from './desk';
import { expect, test } from './fixtures';

/** Long enough to reload pages under: ten rounds of a silent line, about a second and a half each. */
const LONG = 100;

test('two people who launch the same line share one ping', async ({ desk, team, api, simulator }) => {
  const id = 421003;
  const other = await team.desk('supervisor');
  for (const each of [desk, other]) {
    await each.open();
    await each.choose(id);
    await each.packets.click();
    await each.page.getByRole('menuitemradio', { name: '10' }).click();
  }
  const [mine, theirs] = await Promise.all([desk.launch(), other.launch()]);
  expect(mine).toBe(theirs);
  for (const each of [desk, other]) {
    await each.sees({ verdict: 'no_internet', certainty: 'solid', task: mine });
    await expect(each.result).toContainText(
      /Pedida por (Ana Torres y Sofía Herrera|Sofía Herrera y Ana Torres)/,
    );
  }
  expect(await simulator.launches(id)).toHaveLength(1);
  const { requested_by: requesters } = await api.readsPing(mine);
  expect(requesters.map(({ name }) => name).sort()).toEqual(['Ana Torres', 'Sofía Herrera']);
});

test('an agent who opens a line that a program measures joins its ping', async ({ desk, api, simulator }) => {
  const id = 431003;
  const task = await api.startsPing(id, 10);
  await desk.open();
  await desk.choose(id);
  await desk.sees({ verdict: 'no_internet', certainty: 'solid', task });
  expect(await simulator.launches(id)).toHaveLength(1);
});

test('reloading while a ping runs shows the same ping, and launches nothing', async ({ desk, api }) => {
  const id = 441003;
  await desk.open();
  await desk.choose(id);
  const task = await api.startsPing(id, LONG);
  await desk.reload();
  await desk.shows(id);
  await desk.isMeasuring();
  await desk.reload();
  await desk.isMeasuring();
  await desk.progress.getByRole('button', { name: 'Detener aquí' }).click();
  await desk.sees({ verdict: 'no_internet', task });
});

test('another tab on the same line shows the running ping', async ({ desk, api }) => {
  const id = 451003;
  const task = await api.startsPing(id, LONG);
  await desk.open();
  await desk.choose(id);
  await desk.isMeasuring();
  const tab = await desk.inAnotherTab();
  await tab.open(`/?service=${id}`);
  await tab.isMeasuring();
  await tab.progress.getByRole('button', { name: 'Detener aquí' }).click();
  await tab.sees({ verdict: 'no_internet', task });
  await desk.sees({ verdict: 'no_internet', task });
});

test('closing the tab while a ping runs loses nothing', async ({ desk, api, simulator }) => {
  const id = 461003;
  await desk.open();
  await desk.choose(id);
  await desk.press('3');
  const task = await desk.launch();
  const context = desk.page.context();
  await desk.page.close();
  const ping = await api.waitsForTheEndOf(task);
  expect(ping).toMatchObject({ verdict: 'no_internet', sent: 20, received: 0, reason: 'drops' });

  const later = new Desk(await context.newPage(), desk.account);
  await later.open();
  const row = later.page
    .getByRole('complementary', { name: 'Mis mediciones' })
    .getByRole('button', { name: ping.service_name ?? '' });
  await row.first().click();
  await later.shows(id);
  await later.sees({ verdict: 'no_internet', certainty: 'solid', task });
  expect(await simulator.launches(id), 'two rounds of ten').toHaveLength(2);
});

test('going to another customer and back keeps the ping that runs', async ({ desk }) => {
  await desk.open();
  await desk.choose(471003);
  await desk.press('3');
  const task = await desk.launch();
  await desk.choose(471001);
  await expect(desk.ready).toBeVisible();
  await desk.page.goBack();
  await desk.shows(471003);
  await desk.sees({ verdict: 'no_internet', task });
});

test('a line that goes down and comes back shows both results, the newest in the middle', async ({
  desk,
  simulator,
}) => {
  const id = 481001;
  await simulator.script(id, 'silent', 'silent', 'stable');
  await desk.open();
  await desk.choose(id);
  const down = await desk.launch();
  await desk.sees({ verdict: 'no_internet', certainty: 'solid', task: down });
  const up = await desk.launchedBy(() => desk.press('r'));
  await desk.sees({ verdict: 'stable', task: up });
  const strip = desk.page.getByTestId('line-strip');
  await expect(strip).toHaveAccessibleName(/No responde .*, Estable /);

  const line = desk.page.getByRole('complementary', { name: 'Esta línea' });
  await line.getByRole('button', { name: /^No responde/ }).click();
  await desk.sees({ verdict: 'no_internet', task: down });
  await expect(desk.page.getByText('Está viendo una medición anterior.')).toBeVisible();
  await desk.page.getByRole('button', { name: 'Ver la actual' }).click();
  await desk.sees({ verdict: 'stable', task: up });
});
