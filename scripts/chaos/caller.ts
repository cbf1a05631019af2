import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const answerSchema = z.looseObject({ data: z.object({ task_id: z.string() }).nullable() });

export type Accepted = { taskId: string; serviceId: number };

type Calls = {
  token: string;
  urls: () => readonly string[];
  /** The service of the next ping. */
  service: () => number;
  packets: number;
  random: () => number;
};

/** One ping, asked for with one Idempotency-Key until somebody answers; null when it was refused or `isOver`. */
async function ask(
  { token, urls, service, packets, random }: Calls,
  isOver: () => boolean,
): Promise<Accepted | null> {
  const serviceId = service();
  const key = randomUUID();
  while (!isOver()) {
    const all = urls();
    const url = all[Math.floor(random() * all.length)];
    try {
      const response = await fetch(`${url}/api/v1/${serviceId}/ping/`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify({ pings: packets }),
        signal: AbortSignal.timeout(15_000),
      });
      const taskId = answerSchema.safeParse(await response.json()).data?.data?.task_id;
      if (response.ok && taskId !== undefined) return { taskId, serviceId };
      if (response.status < 500) return null;
    } catch {
      // The server died, froze or was not there: what it accepted without our hearing of it is found by the same key.
    }
    await sleep(50);
  }
  return null;
}

/** Asks for pings with so many hands at once until it is stopped; then answers all that were accepted. */
export function keepAsking(calls: Calls, hands: number): { accepted: Accepted[]; stop: () => Promise<void> } {
  const accepted: Accepted[] = [];
  let over = false;
  const hand = async () => {
    while (!over) {
      const one = await ask(calls, () => over);
      if (one !== null) accepted.push(one);
    }
  };
  const all = Promise.all(Array.from({ length: hands }, hand));
  return {
    accepted,
    async stop() {
      over = true;
      await all;
    },
  };
}
