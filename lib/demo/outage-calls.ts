import { isp } from '@/lib/wisphub/simulator/isp';
import { between, fractionOf, pick } from '@/lib/wisphub/simulator/random';
import type { Call } from './call';
import { minutesAfter, onDay } from './moment';

const SECTOR = 'AP-33';
const DAYS_AGO = 3;
const LASTS_MINUTES = 110;
const AGENTS = ['ana', 'bruno', 'camila', 'diego'] as const;

const lines = isp.filter(({ sector, role }) => sector?.name === SECTOR && role === 'stable').slice(0, 22);

const startOf = (now: Date) => onDay(now, DAYS_AGO, 9, 35);
const endOf = (now: Date) => minutesAfter(startOf(now), LASTS_MINUTES);

/** True for a call that the outage would have touched, so that nothing contradicts it. */
export function meetsOutage(call: Call, now: Date): boolean {
  return call.service.sector?.name === SECTOR && call.at >= startOf(now) && call.at <= endOf(now);
}

/** A sector goes dark one morning: its customers call within two hours, and half of them are tested afterwards. */
export function outageCalls(now: Date): Call[] {
  return lines.flatMap((service, index) => {
    const by = pick(AGENTS, service.id, 'outage agent');
    const call = { service, by, reason: 'no_browsing', packets: 4 } as const;
    const during = minutesAfter(startOf(now), fractionOf(service.id, 'outage') * (LASTS_MINUTES - 5));
    const afterwards = minutesAfter(endOf(now), between(6, 110, service.id, 'repaired'));
    const step = fractionOf(service.id, 'hop') < 0.3 ? 'host_unreachable' : 'silent';
    const dark: Call = { ...call, at: during, step };
    return index % 2 === 0 ? [dark, { ...call, at: afterwards, step: 'stable' }] : [dark];
  });
}
