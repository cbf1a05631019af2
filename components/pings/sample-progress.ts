import { after } from '@/lib/domain/after';
import type { Ping } from '@/lib/domain/ping';
import type { PingDetails } from '@/lib/domain/ping-details';
import { answered, silent } from './sample-packets';
import { accepted, ANA, launched, LUIS, shown, type Facts, type Sample } from './sample-ping';

/** A running ping, or none while the request for it is on its way, and when the person at the desk asked for it. */
export type ProgressSample<Shown = PingDetails | null> = Sample<Shown> & { askedAt: (at: Date) => Date };

const ago = (ms: number) => (at: Date) => after(at, -ms);

const asking = (name: string, askedMsAgo: number): ProgressSample => ({
  name,
  ping: () => null,
  askedAt: ago(askedMsAgo),
});

type Course = { askedMsAgo: number; facts?: Facts; showsPackets?: boolean };

/** A ping that runs since so long, changed by what has happened to it. */
export function running(
  name: string,
  course: Course,
  happened: (ping: Ping, at: Date) => Ping,
): ProgressSample<PingDetails> {
  const { askedMsAgo, facts = {}, showsPackets = true } = course;
  const askedAt = ago(askedMsAgo);
  const ping = (at: Date) => shown(happened(accepted(name, askedAt(at), facts, showsPackets), at), facts, at);
  return { name, ping, askedAt };
}

const queued = (ping: Ping, at: Date): Ping => ({ ...ping, dueAt: after(at, 45_000) });

/** A second round under way, with what the first one found. */
export const confirming = (ping: Ping, at: Date): Ping => ({
  ...launched(ping, after(at, -1000)),
  packets: silent(4),
  planned: 10,
  round: 2,
  roundPackets: 6,
});

/** Everything that can be read while a ping runs. Time goes on here: a sample that waits becomes one that is slow. */
export const PROGRESS_SAMPLES: readonly ProgressSample[] = [
  asking('asking', 500),
  asking('asking, and Pulso does not answer', 9000),
  running('queued', { askedMsAgo: 1000 }, queued),
  running('queued, the next to go', { askedMsAgo: 1000, facts: { place: 1 } }, queued),
  running('queued, in the seventh place', { askedMsAgo: 1000, facts: { place: 7 } }, queued),
  running('launching', { askedMsAgo: 1000 }, (ping) => ({ ...ping, launches: 1 })),
  running('launching, and WispHub does not confirm', { askedMsAgo: 9000 }, (ping) => ({
    ...ping,
    launches: 1,
  })),
  running('waiting', { askedMsAgo: 1500 }, (ping, at) => launched(ping, after(at, -1000))),
  running('waiting, 100 packets', { askedMsAgo: 1500, facts: { asked: { pings: 100 } } }, (ping, at) =>
    launched(ping, after(at, -1000)),
  ),
  running('almost there', { askedMsAgo: 8000 }, (ping, at) => launched(ping, after(at, -7500))),
  running('slow', { askedMsAgo: 40_000 }, (ping, at) => launched(ping, after(at, -39_000))),
  running('launched twice', { askedMsAgo: 14_000 }, (ping, at) =>
    launched({ ...ping, launches: 1 }, after(at, -1000)),
  ),
  running('confirming silence', { askedMsAgo: 8000 }, confirming),
  running('extended to 20', { askedMsAgo: 16_000, facts: { asked: { pings: 10 } } }, (ping, at) => ({
    ...confirming(ping, at),
    packets: [...answered(7, 44), ...silent(3)],
    planned: 20,
    roundPackets: 10,
  })),
  running('stopping', { askedMsAgo: 12_000, facts: { asked: { pings: 20 } } }, (ping, at) => ({
    ...launched(ping, after(at, -11_000)),
    stopAsked: true,
  })),
  running(
    'joined: somebody else had asked for it',
    { askedMsAgo: 11_000, facts: { requesters: [LUIS, ANA] } },
    confirming,
  ),
  running('an upstream without packets', { askedMsAgo: 3000, showsPackets: false }, (ping, at) =>
    launched(ping, after(at, -2500)),
  ),
];
