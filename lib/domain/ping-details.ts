import { z } from 'zod';
import { caseCodeOf } from './case-code';
import { certaintySchema } from './certainty';
import { failureSchema } from './failure';
import { countPackets, PACKET_STATUSES } from './packet';
import { frozenSchema, reasonSchema, type Ping, type Requester } from './ping';
import { remarkCodeSchema } from './remark-code';
import { listResponders, responderSchema } from './responder';
import { rttSchema, rttStatistics } from './rtt';
import { serviceIdSchema } from './service';
import { versionOf, versionSchema } from './ping-version';
import { lossIntervalPercent, verdictSchema } from './verdict';

const iso = z.iso.datetime();

/** A ping as the API and the browser see it, without its packets. */
export const pingItemSchema = z.object({
  task_id: z.uuid(),
  /** What a customer can say on the phone to find this ping again. */
  case_code: z.string(),
  service_id: serviceIdSchema,
  service_name: z.string().nullable(),
  state: z.enum(['running', 'finished', 'failed']),
  verdict: verdictSchema.nullable(),
  certainty: certaintySchema.nullable(),
  failure: failureSchema.nullable(),
  requested: z.number().int(),
  sent: z.number().int().nullable(),
  received: z.number().int().nullable(),
  loss_percent: z.number().nullable(),
  loss_interval_percent: z.tuple([z.number(), z.number()]).nullable(),
  rtt_ms: rttSchema,
  /** Replies beyond one for each packet; null when the upstream gives no counts. */
  duplicates: z.number().int().nullable(),
  responders: z.array(responderSchema),
  /** What was remarked when it ended, by the thresholds of that day. */
  remarks: z.array(remarkCodeSchema),
  launch_uncertain: z.boolean(),
  rounds: z.number().int(),
  reason: reasonSchema.nullable(),
  source: z.enum(['desk', 'api']),
  requested_by: z.array(
    z.object({
      kind: z.enum(['user', 'token']),
      id: z.string(),
      name: z.string(),
      reason: reasonSchema.nullable(),
      requested_at: iso,
      /** True when they went on without the ping while it ran. */
      withdrawn: z.boolean(),
    }),
  ),
  frozen: frozenSchema,
  wrong_customer: z.boolean(),
  /** True where an agent noted that this line, at this address, works without answering ping. */
  quiet_line: z.boolean(),
  /** The version of the rules that judged it; null while nobody has. */
  rules_version: z.number().int().nullable(),
  started_at: iso,
  finished_at: iso.nullable(),
  next_poll_at: iso.nullable(),
  /** Another one whenever there is something new to read; only ever compared. */
  version: versionSchema,
  /** What a running ping is doing; null once it is final. */
  progress: z
    .object({
      phase: z.enum(['queued', 'launching', 'waiting']),
      planned: z.number().int(),
      round_packets: z.number().int(),
      launched_at: iso.nullable(),
      /** When the round under way is given up. */
      round_ends_at: iso,
      stopping: z.boolean(),
      /** Place in the queue while it waits for its launch, 1 for the next to go; null where nobody counted. */
      place: z.number().int().nullable(),
    })
    .nullable(),
});

export const replySchema = z.object({
  seq: z.number().int(),
  status: z.enum(PACKET_STATUSES),
  rtt_ms: z.number().nullable(),
  host: z.string().nullable(),
  ttl: z.number().int().nullable(),
  size_bytes: z.number().int().nullable(),
});

/** `?details=1`: a ping with one reply for each packet, numbered from 1 over all rounds. */
export const pingDetailsSchema = pingItemSchema.extend({ replies: z.array(replySchema) });

export type PingItem = z.infer<typeof pingItemSchema>;
export type PingDetails = z.infer<typeof pingDetailsSchema>;
export type Reply = z.infer<typeof replySchema>;

function evidenceOf(ping: Ping) {
  const packets = ping.packets ?? [];
  const { sent, received } = countPackets(packets);
  const measured = sent > 0;
  const times = packets.flatMap((packet) =>
    packet.status === 'reply' && packet.rttMs !== null ? [packet.rttMs] : [],
  );
  return {
    sent: ping.packets === null ? null : sent,
    received: ping.packets === null ? null : received,
    loss_percent: measured ? Math.round(((sent - received) / sent) * 1000) / 10 : null,
    loss_interval_percent: measured ? lossIntervalPercent(sent - received, sent) : null,
    rtt_ms: rttStatistics(times),
    duplicates:
      ping.packets === null ? null : packets.reduce((sum, packet) => sum + (packet.duplicates ?? 0), 0),
    responders: listResponders(packets, ping.frozen.ip),
  };
}

function progressOf(
  { ping, place = null, roundEndsAt = ping.deadlineAt }: PingView,
  now: Date,
): PingItem['progress'] {
  if (ping.state !== 'running') return null;
  const launching = ping.launches > 0 || ping.dueAt <= now;
  return {
    phase: ping.phase === 'read' ? 'waiting' : launching ? 'launching' : 'queued',
    planned: ping.planned,
    round_packets: ping.roundPackets,
    launched_at: ping.launchedAt?.toISOString() ?? null,
    round_ends_at: roundEndsAt.toISOString(),
    stopping: ping.stopAsked,
    place,
  };
}

export type PingView = {
  ping: Ping;
  requesters: readonly Requester[];
  serviceName: string | null;
  place?: number | null;
  /** The address at which this line is known to work without answering ping; undefined where it is not. */
  quietIp?: string | null;
  /** When the round under way is given up; the ping's deadline where nobody computed it. */
  roundEndsAt?: Date;
};

export function toPingItem(view: PingView, now: Date): PingItem {
  const { ping, requesters, serviceName, quietIp } = view;
  return {
    task_id: ping.id,
    case_code: caseCodeOf(ping.id),
    service_id: ping.serviceId,
    service_name: serviceName,
    state: ping.state,
    verdict: ping.verdict,
    certainty: ping.certainty,
    failure: ping.failure,
    requested: ping.requested,
    ...evidenceOf(ping),
    remarks: ping.remarks,
    launch_uncertain: ping.launchUncertain,
    rounds: ping.round,
    reason: ping.reason,
    source: ping.source,
    requested_by: requesters.map(({ requestedAt, withdrawn = false, ...who }) => ({
      ...who,
      withdrawn,
      requested_at: requestedAt.toISOString(),
    })),
    frozen: ping.frozen,
    wrong_customer: ping.wrongCustomerAt !== null,
    quiet_line: quietIp !== undefined && quietIp === ping.frozen.ip,
    rules_version: ping.rulesVersion,
    started_at: ping.createdAt.toISOString(),
    finished_at: ping.finishedAt?.toISOString() ?? null,
    next_poll_at: ping.state === 'running' ? ping.dueAt.toISOString() : null,
    version: versionOf(ping),
    progress: progressOf(view, now),
  };
}

export function toPingDetails(view: PingView, now: Date): PingDetails {
  const replies = (view.ping.packets ?? []).map((packet, index) => ({
    seq: index + 1,
    status: packet.status,
    rtt_ms: packet.rttMs,
    host: packet.host,
    ttl: packet.ttl,
    size_bytes: packet.sizeBytes,
  }));
  return { ...toPingItem(view, now), replies };
}
