import { readdirSync } from 'node:fs';
import { advance, intendLaunch } from '@/lib/domain/advance';
import type { Observation } from '@/lib/domain/observation';
import { isFinal, type Ping } from '@/lib/domain/ping';
import { toPingDetails, type PingDetails } from '@/lib/domain/ping-details';
import { toServiceItem, type ServiceItem } from '@/lib/domain/service-item';
import { atMs, testPing, testPolicy, testService, testStart } from '@/lib/domain/test-ping';
import { createGateway } from '@/lib/wisphub/create-gateway';
import type { Gateway, LaunchAnswer, TaskAnswer } from '@/lib/wisphub/gateway';
import { answerWith, payload, startTestUpstream, type Respond } from '@/lib/wisphub/test-upstream';
import type { PayloadCase } from './cases';

/** Every invented answer of WispHub that the product must be able to read. */
export const PAYLOADS = readdirSync(new URL('../../wisphub/payloads/', import.meta.url)).sort();

const respondWith = (file: string, status: number): Respond =>
  answerWith(status, payload(file), file.endsWith('.html') ? 'text/html' : 'application/json');

function launchOutcome(answer: LaunchAnswer): Observation {
  if (answer.kind === 'launched') return answer;
  if (answer.kind === 'refused') return { kind: 'launch_refused', failure: answer.failure };
  throw new Error(`no payload makes a launch ${answer.kind}`);
}

function lookOutcome(answer: TaskAnswer): Observation {
  if (answer.kind === 'slow_down') throw new Error('no payload makes a look slow down');
  // After some such answers the breaker is open, and shows no more of them.
  return answer.kind === 'unavailable' ? { kind: 'not_yet' } : answer;
}

function accepted(it: PayloadCase, { showsPackets }: Gateway): Ping {
  const ping = testPing({ pings: it.pings ?? 4, extend: it.extend, showsPackets });
  const frozen = { ...ping.frozen, ip: it.ip ?? testService.ip, status: it.accountStatus ?? 'Activo' };
  const roundPackets = Math.min(ping.roundPackets, it.packetsPerTask ?? ping.roundPackets);
  return { ...ping, frozen, roundPackets, ipShared: it.ipShared ?? false };
}

async function carry(it: PayloadCase, gateway: Gateway, answer: (respond: Respond) => void): Promise<Ping> {
  const policy = { ...testPolicy, packetsPerTask: it.packetsPerTask ?? testPolicy.packetsPerTask };
  const created = respondWith(`${it.dialect}-created.json`, it.dialect === 'net' ? 202 : 200);
  const given = respondWith(it.file, it.status ?? 200);
  let ping = accepted(it, gateway);
  while (!isFinal(ping)) {
    if (ping.phase === 'launch') {
      answer(it.answers === 'launch' ? given : created);
      const seen = launchOutcome(await gateway.launch(ping.serviceId, ping.roundPackets));
      ping = advance(intendLaunch(ping), seen, ping.dueAt, 0.5, policy);
      if (it.answers === 'launch') return ping;
    } else {
      answer(given);
      const seen = lookOutcome(await gateway.readTask(ping.upstreamTaskId ?? ''));
      ping = advance(ping, seen, ping.dueAt, 0.5, policy);
      const isNextRound = ping.phase === 'launch' && it.extend !== 'auto';
      if (it.answers === 'look' && !isNextRound) return ping;
    }
  }
  return ping;
}

async function withUpstream<T>(
  dialect: PayloadCase['dialect'],
  work: (gateway: Gateway, answer: (respond: Respond) => void) => Promise<T>,
): Promise<T> {
  const upstream = await startTestUpstream();
  const gateway = createGateway({ dialect, origin: upstream.origin, token: 'key', timeoutMs: 5000 });
  try {
    return await work(gateway, upstream.answer);
  } finally {
    await gateway.close();
    await upstream.close();
  }
}

/** The ping that a payload leads to: over real HTTP, through the product's own gateway and state machine. */
export const pingAfter = (it: PayloadCase): Promise<PingDetails> =>
  withUpstream(it.dialect, async (gateway, answer) => {
    const ping = await carry(it, gateway, answer);
    const who = { kind: 'user', id: 'u', name: 'Ana Torres', reason: null, requestedAt: testStart } as const;
    const now = ping.finishedAt ?? atMs(2000);
    return toPingDetails({ ping, requesters: [who], serviceName: testService.name }, now);
  });

/** The records of a page of customers, as an agent's browser gets them. */
export const recordsOf = (file: string): Promise<ServiceItem[]> =>
  withUpstream('net', async (gateway, answer) => {
    answer(respondWith(file, 200));
    const page = await gateway.directory?.list(0, 300);
    if (page?.kind !== 'services') throw new Error(`${file} is no page of customers`);
    const kept = { ipShared: false, syncedAt: testStart, vanishedAt: null };
    const stored = page.services.map((service) => ({ ...service, ...kept }));
    return stored.map((service) => toServiceItem(service, true));
  });
