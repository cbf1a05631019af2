import { certaintySchema } from '@/lib/domain/certainty';
import { failureSchema } from '@/lib/domain/failure';
import { historyItemSchema } from '@/lib/domain/history-item';
import { historySummarySchema, outcomeCountsSchema } from '@/lib/domain/history-summary';
import { noteItemSchema } from '@/lib/domain/note';
import { frozenSchema } from '@/lib/domain/ping';
import { pingDetailsSchema, pingItemSchema, replySchema } from '@/lib/domain/ping-details';
import { responderSchema } from '@/lib/domain/responder';
import { rttSchema } from '@/lib/domain/rtt';
import { foundItemSchema, serviceItemSchema } from '@/lib/domain/service-item';
import { NAMED_CONSOLE_SCHEMAS } from './named-console-schemas';
import { named, type NamedSchema } from './named-schema';

const pingWords = {
  task_id: 'Our id of the ping. Ask for its result with it.',
  case_code: 'Six characters that a customer can say on the phone to find this ping again.',
  service_id: 'The service that was pinged.',
  service_name:
    'The customer; null when the directory does not know the service or the caller may not see it.',
  state: '`failed` means that we could not find out. It says nothing of the line.',
  verdict: 'What a finished ping says of the line; null until then.',
  certainty: 'How far the verdict can be trusted; null without a verdict.',
  failure: 'Why it could not be measured; null otherwise.',
  requested: 'Packets that were asked for.',
  sent: 'Packets that were measured so far; null when WispHub gives no counts.',
  received: 'Packets that were answered. An ICMP error is not an answer.',
  loss_percent: 'Share of measured packets without an answer, with one decimal; null before the first.',
  loss_interval_percent: 'The 95 % interval of the true loss (Wilson 1927): lower and upper end.',
  rtt_ms: 'Round-trip times of the answered packets.',
  duplicates: 'Answers beyond one for each packet; null when WispHub gives no counts.',
  responders: 'Every address that answered.',
  remarks: 'What was remarked when it ended, by the thresholds of that day.',
  launch_uncertain: 'True when WispHub may have been asked to send a round twice.',
  rounds: 'Tasks at WispHub that the ping is made of so far; many packets are sent in rounds.',
  reason: 'Why it was asked for; null when nobody said.',
  source: '`desk` for a person at the console, `api` for a program.',
  requested_by: 'Everybody who asked for it: the first one, and those who joined while it ran.',
  frozen: 'What the directory said of the service when the ping was accepted.',
  wrong_customer: 'True when somebody noted that it was made for the wrong customer.',
  quiet_line: 'True when this line is known to work without ever answering ping.',
  rules_version: 'The version of the rules that judged it; null while nobody has.',
  started_at: 'When it was accepted. ISO 8601, UTC.',
  finished_at: 'When it ended; null while it runs.',
  next_poll_at: 'When there will be something new to read; null once it is final.',
  version: 'Another one whenever there is something new to read. Wait for the next at `/api/v1/changes/`.',
  progress: 'What a running ping is doing; null once it is final.',
};

const serviceWords = {
  service_id: 'Id of the service in WispHub.',
  name: 'The customer.',
  phones: 'Phone numbers as WispHub has them.',
  document: 'Document number. Left out for the role technician.',
  address: 'Street address.',
  locality: 'Quarter or village.',
  city: 'City.',
  ip: 'Address that a ping goes to; null when WispHub has none, and then there is nothing to ping.',
  ip_shared: 'True when another service has the same address, so that an answer may be of either.',
  mac: 'Link-layer address of the device.',
  status: "WispHub's own word, such as `Activo` or `Suspendido`.",
  billing_status: "WispHub's own word for the bill. Left out for the role technician.",
  balance: 'A decimal number as text; positive is debt. Left out for the role technician.',
  zone: 'Zone that WispHub has the service in.',
  router: 'Router, and whether WispHub flags it with a general failure.',
  sector: 'Sector, and whether WispHub flags it with a general failure.',
  plan: 'Plan that the customer pays for.',
  synced_at: 'When the record was last read from WispHub.',
  vanished_at: 'When WispHub no longer listed it; null while it does.',
};

export const NAMED_SCHEMAS: readonly NamedSchema[] = [
  named('Ping', 'A ping without its packets.', pingItemSchema, pingWords),
  named('PingDetails', 'A ping with one reply for each packet.', pingDetailsSchema, {
    ...pingWords,
    replies: 'One for each packet, numbered from 1 over all rounds.',
  }),
  named('HistoryPing', 'A ping with the latest note about its service.', historyItemSchema, {
    ...pingWords,
    note: 'The latest note that somebody wrote about the service; null without one.',
  }),
  named('Reply', 'What became of one packet.', replySchema, {
    seq: 'Number of the packet, from 1 over all rounds.',
    status: 'Only `reply` counts as an answer. `not_measured` counts neither as sent nor as lost.',
    rtt_ms: 'Round-trip time of a `reply`; null for everything else.',
    host: 'Who answered; the target itself for a timeout.',
    ttl: 'Time to live of the answer.',
    size_bytes: 'Size of the packet.',
  }),
  named('RoundTripTimes', 'Milliseconds; each null when nothing answered, never a false 0.', rttSchema, {
    min: 'The quickest.',
    avg: 'The mean.',
    median: 'The median.',
    max: 'The slowest.',
    jitter: 'Mean absolute difference of consecutive times (RFC 3550); null with one answer alone.',
  }),
  named('Responder', 'An address that answered.', responderSchema, {
    address: 'IP, or the link-layer address of an answer to an ARP ping.',
    kind: '`mac` proves power and link, and no internet. `hop` is a router on the way that reported an error.',
    replies: 'Packets that it answered.',
    errors: 'ICMP errors that it sent.',
  }),
  named('Certainty', 'How far a verdict can be trusted.', certaintySchema, {
    level: '`solid` needs ten packets and a clean case.',
    reasons: 'Everything that weakens the verdict, the weightiest first; empty when it is solid.',
  }),
  named('Failure', 'Why a ping could not be measured.', failureSchema, {
    source: 'Whose fault it was.',
    code: 'A stable word for a program.',
    message: 'The same as a sentence for a person.',
  }),
  named('Frozen', 'What the directory said of a service when a ping was accepted.', frozenSchema, {
    zone: 'Zone; null when the directory did not know.',
    router: 'Router; null when the directory did not know.',
    sector: 'Sector; null when the directory did not know.',
    plan: 'Plan; null when the directory did not know.',
    status: "WispHub's own word for the account.",
    ip: 'Address that the ping went to, as the record had it.',
  }),
  named(
    'Service',
    "One customer's service. Null means that WispHub did not say.",
    serviceItemSchema,
    serviceWords,
  ),
  named('FoundService', 'A service in a list of results.', foundItemSchema, {
    ...serviceWords,
    customer: 'Where one customer has several services: one key for all of them, and how many.',
  }),
  named('OutcomeCounts', 'How many pings of each outcome.', outcomeCountsSchema, {
    stable: 'Answered.',
    intermittent: 'Answered in part.',
    no_internet: 'Not answered at all.',
    failed: 'Could not be measured. Nothing is known of these lines.',
    running: 'Not ended yet.',
  }),
  named('HistorySummary', 'Totals and charts of a whole filter.', historySummarySchema, {
    total: 'Pings, without those made for the wrong customer.',
    counts: 'The same by outcome.',
    services: 'Different services among them.',
    contacts: 'Requests of the desk for one service less than 30 minutes apart are one contact.',
    repeat_contacts: 'Contacts whose customer had another one within the 72 hours before.',
    time_to_verdict_ms: 'From acceptance to verdict, of finished pings; null without any.',
    step: 'What `series` is counted by: hours where the span is two days at most.',
    series: 'In order, with the empty steps. `start` is ISO 8601, UTC.',
    zones: 'Worst first: by how surely a large share did not answer or was cut; at most 50.',
    routers: 'Worst first; at most 50.',
    agents: 'Worst first; at most 50.',
    worst_services: 'Services with most pings that were not stable; at most 10.',
    quiet_left_out: 'Services marked as working without answering ping, which are not among the worst.',
  }),
  named('Note', 'What somebody wrote about a line.', noteItemSchema, {
    note_id: 'Our id of the note.',
    service_id: 'The service it is about.',
    task_id: 'The ping it speaks of; null when it speaks of the line.',
    text: 'Lines end in a line feed.',
    author: 'Who wrote it.',
    written_at: 'When. ISO 8601, UTC.',
    may_delete: 'True when the caller may delete it.',
  }),
  ...NAMED_CONSOLE_SCHEMAS,
];
