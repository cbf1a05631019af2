import { failure } from './domain/failure';
import { endRoundEmpty } from './domain/advance';
import { isFinal } from './domain/ping';
import {
  claimDuePings,
  MOST_STUMBLES,
  getPing,
  nextClaimAt,
  saveClaimedPing,
  stumblePing,
  type ClaimedPing,
} from './db/pings';
import { countPing } from './metrics';
import type { System } from './operations/context';
import { within } from './request-scope';
import { stepPing } from './operations/step-ping';

const MOST_AT_ONCE = 16;
const LONGEST_NAP_MS = 5000;
/** Keeps a row that another instance is claiming right now from being asked for in a loop. */
const SHORTEST_NAP_MS = 10;
const STUMBLE_PAUSE_MS = 5000;
/** A look is prepared so much before it is due, so that what our own database needs costs no time. */
const LEAD_MS = 50;

export type Runner = { wake: () => void; stop: () => Promise<void> };

/** Carries every running ping to its end, whoever asked and whether or not anybody is watching. */
export function startRunner(system: System): Runner {
  const { db, log } = system;
  const working = new Set<Promise<void>>();
  let stopped = false;
  let wakeUp = () => {};
  let woken = false;

  async function giveUp(claimed: ClaimedPing, stumbles: number): Promise<void> {
    if (stumbles < MOST_STUMBLES) return;
    // The step that threw may have written before: what the row says now is what ends.
    const ping = await getPing(db, claimed.ping.id);
    if (ping === null) return;
    const why = failure('internal', 'internal');
    await saveClaimedPing(db, { ...claimed, ping: endRoundEmpty(ping, why, system.now(), system.policy) });
  }

  async function work(claimed: ClaimedPing): Promise<void> {
    try {
      const ping = await stepPing(system, claimed);
      if (isFinal(ping)) countPing(ping);
    } catch (error) {
      log.error({ ping: claimed.ping.id, err: error }, 'a step of a ping threw');
      const dueAt = new Date(system.now().getTime() + STUMBLE_PAUSE_MS);
      await giveUp(claimed, await stumblePing(db, claimed, dueAt));
    }
  }

  async function claim(): Promise<void> {
    const now = system.now();
    const lease = { owner: system.owner, until: new Date(now.getTime() + system.limits.leaseMs) };
    for (const claimed of await claimDuePings(db, now, lease, MOST_AT_ONCE - working.size, LEAD_MS)) {
      const step = within({ ping: claimed.ping.id }, () => work(claimed));
      const job = system.track(step).catch((error: unknown) => {
        log.error({ ping: claimed.ping.id, err: error }, 'a ping could not be put away; its lease will end');
      });
      working.add(job);
      void job.then(() => {
        working.delete(job);
        wake();
      });
    }
  }

  async function napMs(): Promise<number> {
    if (working.size >= MOST_AT_ONCE) return LONGEST_NAP_MS;
    const next = await nextClaimAt(db, LEAD_MS);
    if (next === null) return LONGEST_NAP_MS;
    return Math.min(Math.max(next.getTime() - system.now().getTime() + 1, SHORTEST_NAP_MS), LONGEST_NAP_MS);
  }

  function wake() {
    woken = true;
    wakeUp();
  }

  async function nap(ms: number): Promise<void> {
    if (woken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false;
      try {
        if (working.size < MOST_AT_ONCE) await claim();
        await nap(await napMs());
      } catch (error) {
        log.warn({ err: error }, 'the runner could not reach the database; it tries again');
        await nap(1000);
      }
    }
  }

  const running = run();
  return {
    wake,
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}
