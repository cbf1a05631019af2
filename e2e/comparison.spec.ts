import { expect, test } from './fixtures';

const whole = new Intl.NumberFormat('es', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('es', { maximumFractionDigits: 1 });
/** As on the page: a tenth of a millisecond matters below ten. */
const ms = (value: number) => `${(value < 10 ? tenth : whole).format(value)}\\sms`;

test('R shows what changed since the ping before it, and the first ping compares itself with nothing', async ({
  desk,
  api,
  simulator,
}) => {
  const id = 871002;
  await simulator.script(id, 'silent', 'silent', 'stable', 'stable', 'router_error');
  await desk.open();
  await desk.choose(id);
  await desk.sees({ verdict: 'no_internet', certainty: 'solid', task: await desk.launch() });
  const change = desk.result.getByTestId('comparison');
  await expect(desk.result.getByTestId('next-steps')).toBeVisible();
  await expect(change).toHaveCount(0);

  const up = await desk.launchedBy(() => desk.press('r'));
  await desk.sees({ verdict: 'stable', task: up });
  await expect(change).toHaveText(
    /^Frente a la anterior \((ahora mismo|hace \d+\ss)\): No responde → Estable · pérdida 100\s% → 0\s%$/,
  );

  const same = await desk.launchedBy(() => desk.press('r'));
  await desk.sees({ verdict: 'stable', task: same });
  const later = (await api.readsPing(same)).rtt_ms.median ?? NaN;
  await expect(change).toHaveText(new RegExp(`: Estable\\s· pérdida 0\\s%\\s· latencia .*${ms(later)}$`));

  const unmeasured = await desk.launchedBy(() => desk.press('r'));
  await desk.sees({ failure: 'router_interface', task: unmeasured });
  await expect(change).toHaveText(/: Estable → No se pudo medir · pérdida 0\s% → —$/);
});
