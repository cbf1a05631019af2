import { expect, test } from '../fixtures';
import { simulator } from '../simulator';

test.beforeAll(() => simulator.reset());

test('a line is measured although WispHub asks to slow down first', async ({ desk }) => {
  await desk.open();
  await desk.choose(741014);
  const task = await desk.launch();
  await desk.sees({
    verdict: 'stable',
    certainty: 'hollow',
    meaning: 'stable_few',
    badge: 'Estable · solo 4 paquetes',
    task,
  });
  const reads = (await simulator.requests(741014)).filter(({ method }) => method === 'GET');
  const [refused, next] = reads.filter(({ task_id }) => task_id !== null);
  expect(refused?.outcome).toBe('rate_limited');
  const pauseMs = Date.parse(next?.at ?? '') - Date.parse(refused?.at ?? '');
  expect(pauseMs, 'Retry-After is obeyed').toBeGreaterThanOrEqual(1000);
});
