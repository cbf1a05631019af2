import { saveClaimedPing, type ClaimedPing } from '@/lib/db/pings';
import { advance } from '@/lib/domain/advance';
import { isFinal, type Ping } from '@/lib/domain/ping';
import type { System } from './context';
import { launchRound } from './launch-round';
import { readRound } from './read-round';

/** Carries a claimed ping one step further: past its deadline to its end, otherwise to a launch or a look. */
export async function stepPing(system: System, claimed: ClaimedPing): Promise<Ping> {
  const now = system.now();
  const timed = advance(claimed.ping, { kind: 'clock' }, now, system.random(), system.policy);
  if (isFinal(timed)) {
    await saveClaimedPing(system.db, { ...claimed, ping: timed });
    return timed;
  }
  return claimed.ping.phase === 'launch' ? launchRound(system, claimed) : readRound(system, claimed);
}
