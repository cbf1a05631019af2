import { upstreamState } from './schema';
import type { Queryable } from './client';

/** True when the database answers and holds our tables. */
export async function isDatabaseReady(q: Queryable): Promise<boolean> {
  try {
    await q.select({ id: upstreamState.id }).from(upstreamState).limit(1);
    return true;
  } catch {
    return false;
  }
}
