import type { DirectoryService } from '@/lib/db/services';
import type { Ping } from '@/lib/domain/ping';
import type { Call } from './call';
import { carryCall } from './carry-call';
import { castCalls } from './cast-calls';
import { deskMoments } from './desk-moments';
import { everydayCalls } from './everyday-calls';
import { daysBefore, minutesAfter, minutesBefore } from './moment';
import { meetsOutage, outageCalls } from './outage-calls';
import { seededUuid } from './seeded-uuid';

const DAYS = 14;
/** Leaves the longest ping its time, so that all of them end before now. */
const ENDS_MINUTES_AGO = 6;
/** The simulator counts its launches from 1; a past far from there never shows the same round trips twice. */
const LAUNCHES_BEFORE = 1000;

/** A ping and the calls that asked for it, the first one being its own. */
export type PastPing = { ping: Ping; calls: readonly [Call, ...Call[]] };

function allCalls(now: Date): Call[] {
  const everyday = everydayCalls(deskMoments(now, DAYS), now).filter((call) => !meetsOutage(call, now));
  const begin = daysBefore(now, DAYS);
  const end = minutesBefore(now, ENDS_MINUTES_AGO);
  return [...everyday, ...outageCalls(now), ...castCalls(now)]
    .filter(({ at }) => at >= begin && at <= end)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

function withMark(ping: Ping, call: Call): Ping {
  if (!call.wrongCustomer || ping.finishedAt === null) return ping;
  return { ...ping, wrongCustomerAt: minutesAfter(ping.finishedAt, 1) };
}

/** Numbers the launches at each service. */
function launchCounter() {
  const launches = new Map<number, number>();
  return (serviceId: number) => {
    const launch = (launches.get(serviceId) ?? LAUNCHES_BEFORE) + 1;
    launches.set(serviceId, launch);
    return launch;
  };
}

/** Two weeks of a desk's work that end a few minutes before `now`, oldest first. Only `now` changes it. */
export function inventHistory(now: Date, directory: ReadonlyMap<number, DirectoryService>): PastPing[] {
  const countLaunch = launchCounter();
  const latest = new Map<number, PastPing>();
  const history: PastPing[] = [];
  for (const call of allCalls(now)) {
    const { id } = call.service;
    const before = latest.get(id);
    // As in the product, whoever asks while a ping is under way joins it.
    if (before?.ping.finishedAt && call.at < before.ping.finishedAt) {
      before.calls = [...before.calls, call];
      continue;
    }
    const pingId = seededUuid('ping', history.length);
    const place = { pingId, record: directory.get(id) ?? null, nextLaunch: () => countLaunch(id) };
    const past: PastPing = { ping: withMark(carryCall(call, place), call), calls: [call] };
    latest.set(id, past);
    history.push(past);
  }
  return history;
}
