/**
 * Every term that explains itself where it stands, and what is said of it beside its text: a rule or a formula, a source,
 * and a value of the operator's own, which the settings hold.
 */
const TERM_PARTS = {
  loss: ['rule', 'source'],
  interval: ['rule', 'source'],
  rtt: ['rule', 'source', 'setting'],
  jitter: ['rule', 'source', 'setting'],
  stable: ['rule', 'source', 'setting'],
  intermittent: ['rule', 'source', 'setting'],
  no_internet: ['rule', 'source'],
  failed: ['rule', 'source'],
  inconclusive: ['rule', 'source'],
  solid: ['rule', 'source'],
  hollow: ['rule', 'source'],
  still_running: [],
  no_packet_details: [],
  shared_ip: [],
  other_responder: [],
  link_only: ['source'],
  service_suspended: [],
  service_cancelled: [],
  account_unknown: [],
  ip_unknown: [],
  responder_unnamed: [],
  partly_not_measured: [],
  few_packets: ['rule', 'source'],
  packets_lost: ['rule', 'source'],
  extension_skipped: [],
  never_answers: [],
  extension: ['rule', 'source'],
  launch_uncertain: [],
  normal: ['rule', 'source'],
  responder: ['rule', 'source'],
  neighbours: ['rule', 'source'],
  reading: ['rule', 'source'],
  queue: ['rule'],
  remarks: ['source', 'setting'],
  contacts: ['rule'],
  repeats: ['rule'],
  timeToResult: ['rule'],
  breaker: ['rule', 'source'],
  budget: ['rule', 'source'],
  silence: ['source'],
  runner: [],
  late: ['rule'],
  pool: [],
  loop: ['rule'],
  directory: ['rule'],
  backup: [],
} as const satisfies Record<string, readonly ('rule' | 'source' | 'setting')[]>;

type Terms = typeof TERM_PARTS;
export type TermName = keyof Terms;
type TermPart = Terms[TermName][number];

/** The terms of which this is said. */
type TermsWith<Part extends TermPart> = {
  [Name in TermName]: Part extends Terms[Name][number] ? Name : never;
}[TermName];

export const TERMS = Object.keys(TERM_PARTS) as TermName[];

const has =
  <Part extends TermPart>(part: Part) =>
  (name: TermName): name is TermsWith<Part> =>
    TERM_PARTS[name].some((one) => one === part);

export const hasRule = has('rule');
export const hasSource = has('source');
export const hasSetting = has('setting');

export const WITH_RULE = TERMS.filter(hasRule);
export const WITH_SOURCE = TERMS.filter(hasSource);
export const WITH_SETTING = TERMS.filter(hasSetting);
