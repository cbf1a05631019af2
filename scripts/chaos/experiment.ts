import { keepAsking, type Accepted } from './caller';
import type { Instance } from './instance';
import type { Scope } from '../shutdown';
import { compare, untilQuiet, type Findings } from './witness';
import type { World } from './world';

export const LEASE_MS = 15_000;
/** The member of the cast whose line answers every packet. */
export const STABLE = 1001;
/** Packets of a ping that lasts several rounds, so that a fault finds it at any of its steps. */
export const LONG = 40;
const SHORT_LONG = 20;

/** A line of the table at the end. */
export type Row = {
  promise: string;
  runs: number;
  /** Null where the promise is not about pings that were accepted. */
  accepted: number | null;
  lost: number | null;
  doubled: number | null;
  /** What else was measured, in words. */
  measured: string;
  isKept: boolean;
};

export type Plan = {
  world: World;
  /** Ends what an experiment starts beside the world. */
  scope: Scope;
  random: () => number;
  /** Fewer runs, for `npm test`. */
  isShort: boolean;
};

export type Experiment = (plan: Plan) => Promise<Row>;

export const isClean = ({ lost, doubled, silent, together, stale }: Findings) =>
  lost + doubled + silent + together + stale === 0;

/** What the witnesses found, as columns of the table. */
export const foundOf = (found: Findings, more = '') => ({
  accepted: found.accepted,
  lost: found.lost,
  doubled: found.doubled,
  measured: `${found.repeated} repeated (${found.silent} unflagged), ${found.stale} stale${more}`,
});

/** Asks for long pings of a healthy line, one new service each. */
export function asking(plan: Plan, urls: () => readonly string[], hands = plan.isShort ? 25 : 40) {
  const { world, random, isShort } = plan;
  const packets = isShort ? SHORT_LONG : LONG;
  return keepAsking(
    { token: world.token, urls, service: () => world.service(STABLE), packets, random },
    hands,
  );
}

/**
 * Bounds of time are those of the promise in the long form. The short one runs among other tests on machines of any speed, and
 * there only what is lost, doubled or stale may not depend on it.
 */
export const bound = ({ isShort }: Plan, ms: number) => (isShort ? ms * 3 : ms);

/** Waits for the end of all pings, then compares the witnesses; `quietMs` is null when they did not end. */
export async function conclude(world: World, accepted: readonly Accepted[], withinMs: number) {
  const quietMs = await untilQuiet(world, withinMs);
  return { quietMs, found: await compare(world, accepted) };
}

export const seconds = (ms: number | null) => (ms === null ? 'never' : `${(ms / 1000).toFixed(1)} s`);

/** Three instances on the one database. */
export async function three(world: World, name: string): Promise<[Instance, Instance, Instance]> {
  const start = async (number: number) => {
    const instance = await world.instance(`${name}-${number}`);
    await instance.start();
    return instance;
  };
  return Promise.all([start(1), start(2), start(3)]);
}

export async function endAll(instances: readonly Instance[]): Promise<void> {
  for (const instance of instances) instance.signal('SIGTERM');
  await Promise.all(instances.map((instance) => instance.ended()));
}
