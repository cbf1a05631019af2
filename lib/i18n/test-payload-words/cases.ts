import type { CustomerText } from '@/lib/domain/advice';

/** One payload at the moment WispHub answers it, and which text the customer may be sent after it. */
export type PayloadCase = {
  file: string;
  dialect: 'net' | 'v1';
  /** What is answered with it: the launch, the first look at each task, or every look until the ping has ended. */
  answers: 'launch' | 'look' | 'every look';
  /** Null while the ping runs. */
  told: CustomerText | null;
  status?: number;
  pings?: number;
  packetsPerTask?: number;
  extend?: 'auto';
  ip?: string;
  accountStatus?: string;
  ipShared?: boolean;
};

type More = Partial<PayloadCase>;

const net = (name: string, told: CustomerText | null, more: More = {}): PayloadCase => ({
  file: `net-${name}.json`,
  dialect: 'net',
  answers: 'look',
  told,
  ...more,
});

const v1 = (name: string, told: CustomerText | null, more: More = {}): PayloadCase => ({
  ...net('', told),
  file: `v1-${name}.json`,
  dialect: 'v1',
  ...more,
});

const outage = (told: CustomerText | null, more: More): PayloadCase => ({
  ...net('', told),
  file: 'html-outage.html',
  ...more,
});

/** Twelve packets as three tasks of four: these payloads are too short to make a sample that is large enough. */
const threeRounds = { pings: 12, packetsPerTask: 4 };
const deskRound = { extend: 'auto' } as const;
const toTheEnd = { answers: 'every look' } as const;
const atLaunch = { answers: 'launch' } as const;

export const CASES = {
  'net-created.json': net('created', null, atLaunch),
  'net-pending.json': net('pending', null),
  'net-pending.json for good': net('pending', 'not_measured', toTheEnd),
  'net-process.json': net('process', null),

  'net-stable.json': net('stable', 'stable_unsure', deskRound),
  'net-stable.json, three rounds': net('stable', 'stable_unsure', threeRounds),
  'net-stable.json, another IP on record': net('stable', 'not_measured', { ip: '10.20.30.99' }),
  'net-stable.json, shared IP': net('stable', 'not_measured', { ipShared: true }),
  'net-stable.json, suspended': net('stable', 'account', { accountStatus: 'Suspendido' }),
  'net-partial-loss.json': net('partial-loss', 'intermittent', { ip: '10.20.30.41' }),
  'net-partial-loss.json, first round of the desk': net('partial-loss', null, deskRound),
  'net-partial-loss.json, three rounds': net('partial-loss', 'intermittent', {
    ...threeRounds,
    ip: '10.20.30.41',
  }),
  'net-all-timeouts.json': net('all-timeouts', 'no_reply', { ip: '10.20.30.42' }),
  'net-all-timeouts.json, first round of the desk': net('all-timeouts', null, deskRound),
  'net-all-timeouts.json, suspended': net('all-timeouts', 'account', {
    ip: '10.20.30.42',
    accountStatus: 'Suspendido',
  }),
  'net-host-unreachable-mixed.json': net('host-unreachable-mixed', 'no_reply', { ip: '10.20.30.43' }),
  'net-host-unreachable-mixed.json, three rounds': net('host-unreachable-mixed', 'no_reply', {
    ...threeRounds,
    ip: '10.20.30.43',
  }),
  'net-arp-mac.json': net('arp-mac', 'link_only', { pings: 3 }),
  'net-mixed-objects-and-strings.json': net('mixed-objects-and-strings', 'stable_unsure', {
    pings: 2,
    ip: '10.20.30.45',
  }),
  'net-numbers-and-unknown-keys.json': net('numbers-and-unknown-keys', 'stable_unsure', {
    pings: 1,
    ip: '10.20.30.46',
  }),
  'net-numbers-and-unknown-keys.json, ten rounds': net('numbers-and-unknown-keys', 'stable', {
    pings: 10,
    packetsPerTask: 1,
    ip: '10.20.30.46',
  }),

  // The record's own address is another than the one in the text, so that the latter would be found anywhere.
  'net-mikrotik-errors.json': net('mikrotik-errors', 'not_measured', { pings: 2 }),
  'net-result-string.json': net('result-string', 'not_measured'),
  'net-empty.json': net('empty', 'not_measured'),
  'net-null.json': net('null', 'not_measured'),
  'net-summary-only.json': net('summary-only', 'not_measured'),
  'net-failure.json': net('failure', 'not_measured'),

  'v1-created.json': v1('created', null, atLaunch),
  'v1-create-failed.json': v1('create-failed', 'not_measured', atLaunch),
  'v1-pending-documented.json': v1('pending-documented', null),
  'v1-pending-observed-500.json': v1('pending-observed-500', null, { status: 500 }),
  'v1-pending-observed-500.json for good': v1('pending-observed-500', 'not_measured', {
    ...toTheEnd,
    status: 500,
  }),
  'v1-stable.json': v1('stable', 'stable_unsure'),
  'v1-intermittent.json': v1('intermittent', 'intermittent'),
  'v1-no-internet.json': v1('no-internet', 'no_reply'),
  'v1-failed.json': v1('failed', 'not_measured'),

  'html-outage.html at the launch': outage('not_measured', { ...atLaunch, status: 521 }),
  'html-outage.html at the launch, with status 200': outage('not_measured', { ...atLaunch, status: 200 }),
  'html-outage.html at a look': outage(null, { status: 521 }),
  'html-outage.html at every look': outage('not_measured', { ...toTheEnd, status: 521 }),
} as const satisfies Record<string, PayloadCase>;

export type CaseName = keyof typeof CASES;
export const CASE_NAMES = Object.keys(CASES) as CaseName[];

/** The one payload that is no answer to a ping: it leads to the customer's card. */
export const RECORDS = 'net-clientes-page.json';
