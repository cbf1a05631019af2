import { expect, test } from './fixtures';

const figure = new Intl.NumberFormat('es', { maximumFractionDigits: 1 });

test('a line says what is normal for it once five pings have taught it, and how today differs', async ({
  desk,
  api,
  team,
  simulator,
}) => {
  const id = 861001;
  const sixTimes = Array.from({ length: 6 }, () => 'stable' as const);
  await simulator.script(id, ...sixTimes, 'jittery', 'half_loss');
  const agent = await team.api('agent');
  await agent.readsRecord(id);
  for (let made = 0; made < 4; made += 1) await agent.waitsForTheEndOf(await agent.startsPing(id, 4));

  await desk.open();
  await desk.choose(id);
  const fifth = await desk.launchedBy(() => desk.launchButton.click());
  await desk.sees({ verdict: 'stable', task: fifth });
  await expect(desk.result).toContainText(
    'aún no hay historial suficiente para decir qué es normal aquí (4 de 5)',
  );
  await expect(desk.result.getByTestId('baseline-band')).toHaveCount(0);

  const normal = desk.result.getByTestId('ping-baseline');
  const sixth = await desk.launchedBy(() => desk.press('r'));
  await desk.sees({ verdict: 'stable', task: sixth });
  const today = (await api.readsPing(sixth)).rtt_ms.median ?? NaN;
  await expect(normal).toHaveText(
    new RegExp(
      `^hoy ${figure.format(today)}\\sms\\s· normal [\\d,]+–[\\d,]+\\sms \\(5 mediciones\\)\\s· latencia dentro de lo normal aquí$`,
    ),
  );
  await expect(desk.result.getByTestId('baseline-band')).toBeVisible();

  const slow = await desk.launchedBy(() => desk.press('r'));
  await desk.sees({ verdict: 'stable', task: slow });
  await expect(normal).toHaveText(/ \(6 mediciones\)\s· más lenta que lo normal aquí$/);

  const lossy = await desk.launchedBy(() => desk.press('r'));
  await desk.sees({ verdict: 'intermittent', task: lossy });
  await expect(normal).toHaveText(/ \(7 mediciones\)\s· .*pérdida hoy 50\s%; lo usual aquí, 0\s%$/);
});
