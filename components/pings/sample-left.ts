import type { Packet } from '@/lib/domain/packet';
import type { PingDetails } from '@/lib/domain/ping-details';
import { defaultRules } from '@/lib/domain/rules';
import { soFar } from '@/lib/domain/so-far';
import { answered, losing, silent } from './sample-packets';
import { ANA, LUIS, type ResultSample } from './sample-ping';
import { confirming, running } from './sample-progress';

/** What is known of a running ping, and the running ping itself. */
export type LeftSample = ResultSample & { left: (at: Date) => PingDetails };

function left(name: string, packets: readonly Packet[]): LeftSample {
  const facts = { requesters: [ANA, LUIS] };
  const ping = running(name, { askedMsAgo: 9000, facts }, (before, at) => ({
    ...confirming(before, at),
    packets: [...packets],
  }));
  const known = (at: Date) => soFar(ping.ping(at), false, defaultRules) ?? ping.ping(at);
  return { name, ping: known, left: ping.ping };
}

/** Pings that somebody went on without while another person waits for them. */
export const LEFT_SAMPLES: readonly LeftSample[] = [
  left('left, answering so far', answered(4)),
  left('left, answering on and off so far', losing(4, [0, 2], 44)),
  left('left, silent so far', silent(4)),
];
