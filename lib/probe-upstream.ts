import { gateway, health, system } from './compose';
import { spend } from './db/upstream-budget';
import { callUpstream } from './operations/call-upstream';

/** Sooner than the circuit breaker lets the next launch through, so that by then it is known whether WispHub is back. */
const QUIET_MS = 5000;
/** How often somebody looks whether it has been quiet for so long. */
export const PROBE_STEP_MS = 1000;
const PROBE_LIMIT_MS = 4000;
/** Any id will do: an answer that there is no such service is an answer. */
const ANY_SERVICE = 1;

/** True while a question is under way; the next one waits for its answer. */
let isAsking = false;

/**
 * Asks WispHub one small question while it counts as down and nothing else was asked of it for five seconds, so that the
 * desk learns that it is back although nobody presses anything.
 */
export async function probeUpstream(): Promise<void> {
  const { directory, isPaused } = gateway();
  const { lastFaultAt } = health().read();
  if (directory === null || health().downSince() === null || isPaused('list')) return;
  if (lastFaultAt !== null && Date.now() - lastFaultAt < QUIET_MS) return;
  if (isAsking) return;
  isAsking = true;
  try {
    const { db, now, limits } = system();
    const grant = await spend(db, 'refresh', now, limits.ratePerMinute);
    if (!grant.granted) return;
    await callUpstream({ db, now }, grant, () => directory.find(ANY_SERVICE, PROBE_LIMIT_MS));
  } finally {
    isAsking = false;
  }
}
