import { failure } from '@/lib/domain/failure';
import { defaultRules } from '@/lib/domain/rules';
import { copyLine, type Cell } from './copy-rows';
import { HOST } from './invent-packets';
import type { InventedPing } from './invent-pings';
import type { Asker } from './people';

export const PING_TABLE = {
  table: 'pings',
  columns: [
    ...[
      'id',
      'service_id',
      'state',
      'verdict',
      'certainty',
      'failure',
      'rules_version',
      'requested',
      'planned',
    ],
    ...['extend', 'source', 'reason', 'frozen', 'ip_shared', 'round', 'round_packets', 'phase'],
    ...['upstream_task_id', 'launches', 'launch_uncertain', 'turn_at', 'launched_at', 'looks', 'refusals'],
    ...['packets', 'created_at', 'deadline_at', 'due_at', 'finished_at', 'wrong_customer_at', 'remarks'],
    ...['starter_id', 'starter_name', 'case_code', 'fence'],
  ],
};

export const REQUEST_TABLE = {
  table: 'ping_requests',
  columns: [
    ...['ping_id', 'actor_kind', 'actor_id', 'actor_name', 'reason', 'requested_at', 'ping_at', 'joined'],
  ],
};

export const NOTE_TABLE = {
  table: 'service_notes',
  columns: ['service_id', 'ping_id', 'text', 'author_id', 'author_name', 'written_at'],
};

const UNREACHABLE = JSON.stringify(failure('router', 'router_unreachable'));
const DEADLINE_MS = 120_000;
const TURN_MS = 400;
const NOTICED_MS = 300_000;
const JOINED_MS = 1000;
const NOTED_MS = 240_000;

const moment = (ms: number) => new Date(ms).toISOString();

function measured({ answer, outcome, line }: InventedPing): {
  judged: Cell[];
  packets: string;
  sent: number;
} {
  if (answer === null) return { judged: ['failed', null, null, UNREACHABLE, null], packets: '[]', sent: 4 };
  return {
    judged: ['finished', outcome, answer.certainty, null, defaultRules.version],
    packets: answer.packets.replaceAll(HOST, line.ip),
    sent: answer.sent,
  };
}

/** A ping as COPY reads it: as the runner leaves it at its end. */
export function pingLine(ping: InventedPing): string {
  const { judged, packets, sent } = measured(ping);
  const created = moment(ping.at);
  const ended = moment(ping.at + ping.tookMs);
  return copyLine([
    ...[ping.id, ping.line.serviceId, ...judged, ping.requested, sent],
    ...[ping.source === 'desk' ? 'auto' : 'off', ping.source, ping.reason, ping.line.frozen],
    ...[false, 1, sent, 'read', `task-${ping.id}`, 1, false, created, moment(ping.at + TURN_MS), 2, 0],
    ...[packets, created, moment(ping.at + DEADLINE_MS), ended, ended],
    ...[ping.wrongCustomer ? moment(ping.at + NOTICED_MS) : null, ping.answer?.remarks ?? '{}'],
    ...[ping.asker.id, ping.asker.name, ping.caseCode, 3],
  ]);
}

/** Everybody who asked for it, as COPY reads them. */
export function requestLines({ id, at, asker, joiner, reason }: InventedPing): string[] {
  const line = (who: Asker, requestedAt: number, joined: boolean) =>
    copyLine([id, who.kind, who.id, who.name, reason, moment(requestedAt), moment(at), joined]);
  const joined = joiner !== null && joiner.id !== asker.id ? [line(joiner, at + JOINED_MS, true)] : [];
  return [line(asker, at, false), ...joined];
}

/** The note that was written about it, if any. */
export function noteLines({ id, at, asker, line, note }: InventedPing): string[] {
  if (note === null || asker.kind === 'token') return [];
  return [copyLine([line.serviceId, id, note, asker.id, asker.name, moment(at + NOTED_MS)])];
}
