import { gateway, health, system } from './compose';
import { spend } from './db/upstream-budget';
import { callUpstream } from './operations/call-upstream';

/** As often as the circuit breaker lets a call through. */
export const PROBE_EVERY_MS = 10_000;
const PROBE_LIMIT_MS = 4000;
/** Any id will do: an answer that there is no such service is an answer. */
const ANY_SERVICE = 1;

/**
 * Asks WispHub one small question while it counts as down and nothing else was asked of it for ten seconds, so that the
 * desk learns that it is back although nobody presses anything.
 */
export async function probeUpstream(): Promise<void> {
  const { directory, isPaused } = gateway();
  const { lastFaultAt } = health().read();
  if (directory === null || health().downSince() === null || isPaused('list')) return;
  if (lastFaultAt !== null && Date.now() - lastFaultAt < PROBE_EVERY_MS) return;
  const { db, now, limits } = system();
  const grant = await spend(db, 'refresh', now, limits.ratePerMinute);
  if (!grant.granted) return;
  await callUpstream({ db, now }, grant, () => directory.find(ANY_SERVICE, PROBE_LIMIT_MS));
}
