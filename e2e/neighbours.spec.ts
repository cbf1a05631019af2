import { z } from 'zod';
import { serviceItemSchema } from '@/lib/domain/service-item';
import { verdictSchema } from '@/lib/domain/verdict';
import type { ApiClient } from './api-client';
import { expect, test } from './fixtures';

/** Generated customers of AP-73, a sector in which no other story measures. */
const CALLER = 20175;
const SILENT = [22250, 22275, 22500] as const;
const ANSWERING = 22775;
const UNMEASURED = 23000;

const neighboursSchema = z.object({
  items: z.array(z.object({ service_id: z.number(), verdict: verdictSchema })),
});

/** How others of the sector stand already: the history of the demo reaches into the last hour. */
async function others(agent: ApiClient) {
  const { envelope } = await agent.get(`/api/v1/services/${CALLER}/neighbours/`);
  const ours: readonly number[] = [...SILENT, ANSWERING, UNMEASURED];
  return neighboursSchema.parse(envelope.data).items.filter(({ service_id: id }) => !ours.includes(id));
}

async function nameOf(agent: ApiClient, serviceId: number): Promise<string> {
  const { envelope } = await agent.get(`/api/v1/services/${serviceId}/`);
  return serviceItemSchema.parse(envelope.data).name ?? '';
}

test('silent lines of one sector stand on the card of their neighbour, and what was not measured counts for nothing', async ({
  desk,
  page,
  team,
  simulator,
}) => {
  const agent = await team.api('agent');
  await Promise.all(SILENT.map((id) => simulator.script(id, 'silent')));
  await simulator.script(ANSWERING, 'stable');
  await simulator.script(UNMEASURED, 'router_error');
  await Promise.all(
    [...SILENT, ANSWERING, UNMEASURED].map(async (id) =>
      agent.waitsForTheEndOf(await agent.startsPing(id, 4)),
    ),
  );

  await desk.open();
  await desk.choose(CALLER);
  await expect(desk.card).toContainText('Sector AP-73');
  const line = page.getByRole('complementary', { name: 'Esta línea' });
  await expect(line).toContainText('últimos 60 min');
  // Counted now, because one of them may just have become older than an hour.
  const known = await others(agent);
  const bad = known.filter(({ verdict }) => verdict === 'no_internet').length + SILENT.length;
  const total = known.length + SILENT.length + 1;
  await line.getByText(`Mismo sector: ${bad} de ${total} no responden`).click();
  const list = line.getByTestId('neighbours').getByRole('button');
  await expect(list).toHaveCount(total);
  for (const id of [...SILENT, ANSWERING]) {
    await expect(list.filter({ hasText: await nameOf(agent, id) })).toHaveCount(1);
  }
  await expect(list.filter({ hasText: await nameOf(agent, UNMEASURED) })).toHaveCount(0);

  await list.filter({ hasText: await nameOf(agent, SILENT[0]) }).click();
  await desk.shows(SILENT[0]);
  await desk.sees({ verdict: 'no_internet' });
});
