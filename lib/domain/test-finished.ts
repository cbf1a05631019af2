import { advance, intendLaunch } from './advance';
import { failure, type Failure, type FailureCode } from './failure';
import type { Packet } from './packet';
import type { Ping } from './ping';
import { toPingDetails, type PingDetails } from './ping-details';
import { atMs, testPing, testPolicy } from './test-ping';
import type { Verdict } from './verdict';

type Frozen = Partial<Ping['frozen']>;
type Changes = Omit<Partial<Ping>, 'frozen'> & { frozen?: Frozen };

const shown = (ping: Ping) =>
  toPingDetails({ ping, requesters: [], serviceName: 'Cliente Demo Uno' }, atMs(5000));

function launched({ frozen, ...changes }: Changes, pings: number, showsPackets = true): Ping {
  const ping = testPing({ pings, showsPackets }, changes);
  const intended = intendLaunch({ ...ping, frozen: { ...ping.frozen, ...frozen } });
  return advance(intended, { kind: 'launched', taskId: 't' }, atMs(100), 0.5, {
    ...testPolicy,
    packetsPerTask: 100,
  });
}

/** A ping that measured these packets, as the API shows it. */
export function measured(packets: Packet[], changes: Changes = {}): PingDetails {
  const ping = { ...launched(changes, packets.length), roundPackets: packets.length };
  const seen = { kind: 'evidence', evidence: { kind: 'packets', packets } } as const;
  return shown(advance(ping, seen, atMs(4000), 0.5, testPolicy));
}

/** A ping that an upstream without packets judged by itself. */
export function judgedUpstream(verdict: Verdict, changes: Changes = {}): PingDetails {
  const ping = launched(changes, 4, false);
  return shown(advance(ping, { kind: 'verdict', verdict }, atMs(4000), 0.5, testPolicy));
}

/** A ping that could not be measured for a reason of this source. */
export function notMeasuredBy(source: Failure['source'], code: FailureCode = 'internal'): PingDetails {
  const why = failure(source, code);
  const seen = { kind: 'task_failed', failure: why } as const;
  return shown(advance(launched({}, 4), seen, atMs(4000), 0.5, testPolicy));
}

/** A ping that still runs. */
export const stillRunning = (): PingDetails => shown(launched({}, 4));
