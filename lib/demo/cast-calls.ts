import { cast } from '@/lib/wisphub/simulator/cast';
import { between, pick } from '@/lib/wisphub/simulator/random';
import { stepOf } from '@/lib/wisphub/simulator/role';
import type { SimulatedService } from '@/lib/wisphub/simulator/simulated-service';
import type { Call } from './call';
import { callReason, packetsFor } from './call-reason';
import { minutesAfter, minutesBefore, onDay } from './moment';

const AGENTS = ['ana', 'ana', 'bruno', 'camila', 'diego'] as const;
const SOME_DAYS = [12, 9, 5, 2];
const MOST_DAYS = [13, 11, 10, 8, 7, 6, 4, 3, 1];
const EVERY_DAY = Array.from({ length: 13 }, (_, index) => 13 - index);
/** What 12345 usually answers in; a live test that differs shows what a line's own normal is for. */
const USUAL_RTT_US = [9_000, 14_000] as const;

function memberOf(id: number): SimulatedService {
  const member = cast.find((service) => service.id === id);
  if (!member) throw new Error(`The cast has no ${id}.`);
  return id === 12345 ? { ...member, normalRttUs: USUAL_RTT_US } : member;
}

function callOf(service: SimulatedService, at: Date, key: string, details: Partial<Call> = {}): Call {
  const step = details.step ?? stepOf(service.role, { launch: 1, startsTest: true });
  const reason = details.reason === undefined ? callReason(step, key) : details.reason;
  return { at, service, by: pick(AGENTS, key, 'by'), reason, packets: packetsFor(reason), ...details };
}

function inOfficeHours(now: Date, id: number, days: readonly number[], details: Partial<Call> = {}): Call[] {
  return days.map((daysAgo) => {
    const key = `cast-${id}-${daysAgo}`;
    const at = onDay(now, daysAgo, between(8, 19, key, 'hour'), between(0, 59, key, 'minute'));
    return callOf(memberOf(id), at, key, details);
  });
}

const minutesAgo = (now: Date, id: number, minutes: number, details: Partial<Call> = {}) =>
  callOf(memberOf(id), minutesBefore(now, minutes), `cast-${id}-now-${minutes}`, details);

/** A colleague asks for the same line while its ping is under way. */
const joinedBy = (call: Call, by: Call['by']): Call[] => [
  call,
  { ...call, by, at: minutesAfter(call.at, 0.05) },
];

/** 12345 has a normal of its own, with one bad evening in it. */
function usualLine(now: Date): Call[] {
  const good = { step: 'stable', packets: 4, reason: null } as const;
  const bad = { step: 'half_loss', reason: 'drops' } as const;
  return [
    ...inOfficeHours(now, 12345, EVERY_DAY, good),
    ...EVERY_DAY.filter((day) => day !== 6).map((day) =>
      callOf(memberOf(12345), onDay(now, day, 20, 5 + day), `cast-12345-late-${day}`, good),
    ),
    callOf(memberOf(12345), onDay(now, 6, 20, 10), 'cast-12345-bad', bad),
    callOf(memberOf(12345), onDay(now, 6, 21, 2), 'cast-12345-after', { ...good, reason: 'drops' }),
    minutesAgo(now, 12345, 41, { ...good, by: 'ana' }),
  ];
}

/** The last hour around AP-7, so that a neighbour of these lines has something to be compared with. */
function lastHour(now: Date): Call[] {
  return [
    minutesAgo(now, 1003, 52, { by: 'bruno', reason: 'no_browsing' }),
    minutesAgo(now, 1001, 47, { by: 'camila', reason: 'slow' }),
    minutesAgo(now, 1017, 33, { by: 'ana', reason: 'no_browsing' }),
    ...joinedBy(minutesAgo(now, 1002, 25, { by: 'ana', reason: 'drops' }), 'bruno'),
    minutesAgo(now, 1003, 14, { by: 'ana', reason: 'no_browsing' }),
  ];
}

/** Two customers have the same name, and the first test was of the other one. */
function wrongCustomer(now: Date): Call[] {
  const details = { by: 'ana', reason: 'slow' } as const;
  return [
    callOf(memberOf(1022), onDay(now, 1, 16, 20), 'homonym', { ...details, wrongCustomer: true }),
    callOf(memberOf(1021), onDay(now, 1, 16, 23), 'homonym right', details),
  ];
}

/** What the desk already knows of the cast. A line without an address cannot be pinged and has no past. */
export function castCalls(now: Date): Call[] {
  const withStory = [1003, 1017, 12345];
  const others = cast.filter(({ id, ip }) => ip !== '' && !withStory.includes(id));
  const technician = { by: 'tomas', reason: 'technician' } as const;
  return [
    ...others.flatMap(({ id }) => inOfficeHours(now, id, SOME_DAYS)),
    ...inOfficeHours(now, 1003, SOME_DAYS, { step: 'stable' }),
    ...inOfficeHours(now, 1017, MOST_DAYS),
    ...usualLine(now),
    ...lastHour(now),
    ...wrongCustomer(now),
    ...joinedBy(callOf(memberOf(1007), onDay(now, 4, 11, 15), 'joined 1007', { by: 'camila' }), 'ana'),
    ...joinedBy(callOf(memberOf(1006), onDay(now, 2, 15, 40), 'joined 1006', technician), 'diego'),
  ];
}
