import { z } from 'zod';
import type { Accepted } from './caller';
import { conclude, endAll, foundOf, isClean, LONG, STABLE, three, type Plan, type Row } from './experiment';
import type { World } from './world';

const answerSchema = z.object({
  data: z.object({ task_id: z.string() }).nullable(),
  message: z.string().nullable(),
});

/** The id that one click was answered; null when it was refused, and then why. */
type Clicked = { taskId: string | null; why: string };

async function click({ token }: World, url: string, serviceId: number): Promise<Clicked> {
  const response = await fetch(`${url}/api/v1/${serviceId}/ping/`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    // Long enough that it still runs when the last of the hundred comes.
    body: JSON.stringify({ pings: LONG }),
  });
  const { data, message } = answerSchema.parse(await response.json());
  return { taskId: data?.task_id ?? null, why: `${response.status}: ${message}` };
}

/** Row 10: a hundred impatient clicks over three instances are one ping. */
export async function clicks({ world, random, isShort }: Plan): Promise<Row> {
  const runs = isShort ? 2 : 20;
  const all = await three(world, 'clicks');
  const urls = all.map(({ url }) => url);
  let split = 0;
  let refused = 0;
  const accepted: Accepted[] = [];
  for (let run = 0; run < runs; run += 1) {
    const serviceId = world.service(STABLE);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => click(world, urls[Math.floor(random() * 3)] ?? '', serviceId)),
    );
    const ids = new Set(answers.flatMap(({ taskId }) => taskId ?? []));
    const refusals = answers.filter(({ taskId }) => taskId === null);
    if (refusals[0]) console.error(`${refusals.length} clicks were answered, such as ${refusals[0].why}`);
    refused += refusals.length;
    if (ids.size !== 1) split += 1;
    for (const taskId of ids) accepted.push({ taskId, serviceId });
  }
  const { quietMs, found } = await conclude(world, accepted, 60_000);
  await endAll(all);
  const isKept = split + refused === 0 && isClean(found) && found.repeated === 0 && quietMs !== null;
  return {
    promise: '100 clicks are one ping',
    runs,
    ...foundOf(found, `, ${split} times more than one, ${refused} refused`),
    isKept,
  };
}
