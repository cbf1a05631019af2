import { blockUpstream, giveBack, type Granted } from '@/lib/db/upstream-budget';
import type { LaunchAnswer, ServicesAnswer, TaskAnswer } from '@/lib/wisphub/gateway';
import type { System } from './context';

type Answer = LaunchAnswer | TaskAnswer | ServicesAnswer;

/**
 * One call to WispHub that the budget has granted. What was not even sent is given back: many that wait for an upstream
 * that is down would leave no budget for when it is back. A request to slow down keeps every instance silent.
 */
export async function callUpstream<Given extends Answer>(
  { db, now }: Pick<System, 'db' | 'now'>,
  grant: Granted,
  call: () => Promise<Given>,
): Promise<Given> {
  const given = await call();
  const answer: Answer = given;
  if (answer.kind === 'unavailable') await giveBack(db, grant);
  if (answer.kind === 'slow_down') await blockUpstream(db, new Date(now().getTime() + answer.retryAfterMs));
  return given;
}
