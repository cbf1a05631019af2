import { judgeCertainty } from '@/lib/domain/certainty';
import { createPing } from '@/lib/domain/create-ping';
import { countPackets, notMeasured, type Packet } from '@/lib/domain/packet';
import { toPingDetails } from '@/lib/domain/ping-details';
import { defaultPolling } from '@/lib/domain/polling';
import { remarksOf } from '@/lib/domain/remark';
import { defaultRules } from '@/lib/domain/rules';
import { defaultSettings } from '@/lib/domain/settings';
import { judge, type Verdict } from '@/lib/domain/verdict';
import { wholeBetween, type Random } from './random';

/** What a line answered, as it is stored. In `packets` the customer's address stands as HOST. */
export type Answer = { packets: string; sent: number; certainty: string; remarks: string };

export const HOST = '203.0.113.1';
export const SIZES = [4, 10, 20] as const;
export type Size = (typeof SIZES)[number];
const VARIANTS = 120;
const LOSS: Record<Verdict, number> = { stable: 0.02, intermittent: 0.45, no_internet: 1 };
const MAC = '02:00:5E:10:00:01';
const HOP = '198.51.100.7';

/** One line's manner for the length of a ping. */
type Manner = { rttMs: number; jitterMs: number; mac: boolean; hop: boolean; ttls: number; twice: boolean };

function mannerOf(random: Random, verdict: Verdict): Manner {
  const chance = (share: number) => random() < share;
  return {
    rttMs: chance(0.1) ? 80 + random() * 400 : 3 + random() * 14,
    jitterMs: chance(0.07) ? 90 : 3,
    mac: verdict === 'stable' && chance(0.008),
    hop: verdict === 'no_internet' && chance(0.12),
    ttls: chance(0.012) ? 2 : 1,
    twice: verdict !== 'no_internet' && chance(0.006),
  };
}

function packetOf(manner: Manner, isLost: boolean, random: Random): Packet {
  if (isLost && manner.hop) return { ...notMeasured, status: 'host_unreachable', host: HOP };
  if (isLost) return { ...notMeasured, status: 'timeout', host: HOST };
  return {
    status: 'reply',
    rttMs: Math.round((manner.rttMs + random() * manner.jitterMs) * 100) / 100,
    host: manner.mac ? MAC : HOST,
    ttl: 62 + wholeBetween(0, manner.ttls - 1, random),
    sizeBytes: 56,
    ...(manner.twice ? { duplicates: 1 } : {}),
  };
}

const at = new Date('2026-11-22T12:00:00Z');
const policy = { rules: defaultRules, polling: defaultPolling, packetsPerTask: 20, remarks: defaultSettings };
const request = { serviceId: 1, reason: null, extend: 'off', source: 'desk' } as const;
const blank = createPing({ ...request, id: '', pings: 20 }, null, true, at, policy);

/** Judged and remarked on by the product's own rules; null when they say another verdict than was meant. */
function judged(packets: Packet[], verdict: Verdict, plan: string): Answer | null {
  if (judge(countPackets(packets), defaultRules) !== verdict) return null;
  const known = { ip: HOST, ipShared: false, status: 'Activo' };
  const certainty = judgeCertainty(verdict, packets, known, defaultRules);
  const frozen = { ...blank.frozen, ip: HOST, status: 'Activo', plan: { id: 1, name: plan } };
  const ping = { ...blank, state: 'finished' as const, verdict, certainty, packets, frozen, finishedAt: at };
  const shown = toPingDetails({ ping, requesters: [], serviceName: null }, at);
  return {
    packets: JSON.stringify(packets),
    sent: packets.length,
    certainty: JSON.stringify(certainty),
    remarks: `{${remarksOf(shown, defaultSettings).map(({ code }) => code)}}`,
  };
}

function inventAnswer(verdict: Verdict, size: Size, plan: string, random: Random): Answer {
  for (;;) {
    const manner = mannerOf(random, verdict);
    const packets = Array.from({ length: size }, () => packetOf(manner, random() < LOSS[verdict], random));
    const answer = judged(packets, verdict, plan);
    if (answer !== null) return answer;
  }
}

/** Answers to choose from, because a million of their own would take minutes to judge. */
export type Answers = (verdict: Verdict, size: Size, isFibre: boolean) => readonly Answer[];

export function inventAnswers(random: Random): Answers {
  const kept = new Map<string, readonly Answer[]>();
  return (verdict, size, isFibre) => {
    const key = `${verdict} ${size} ${isFibre}`;
    const known = kept.get(key);
    if (known) return known;
    const plan = isFibre ? 'Fibra 50M' : 'Radio 50M';
    const made = Array.from({ length: VARIANTS }, () => inventAnswer(verdict, size, plan, random));
    kept.set(key, made);
    return made;
  };
}
