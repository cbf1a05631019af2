import type { LanguageWords, ProgressWords, ResultWords } from './words';

const NO_VISIT = 'No visit';
const PERHAPS = 'Visit only if the problem keeps happening';

const waiting: ProgressWords = {
  badge: 'Measuring…',
  says: ['WispHub got the request · 4 packets · about 6 s left'],
};

const failed = (meaning: string, firstStep: string): ResultWords => ({
  badge: 'Could not measure',
  counts: null,
  isFailure: true,
  meaning,
  visit: NO_VISIT,
  firstStep,
  ticket: ['Result: Could not measure'],
});

const router = failed(
  'The router refused the ping: the service’s interface in WispHub is missing or does not exist on it. Tell the network team.',
  'Tell the network team: the service’s interface must be corrected in WispHub.',
);
const upstream = (meaning: string) => failed(meaning, 'Wait a minute and measure again.');
const empty = upstream('WispHub finished without measuring a single packet.');
const refused = upstream('WispHub could not make this measurement.');
const late = failed('WispHub gave no result in time.', 'Measure again.');

const clean = {
  meaning:
    'The line answers well, with no loss. If the customer still can’t browse, check their device or their Wi-Fi.',
  visit: NO_VISIT,
  firstStep: 'Ask whether it fails on every device or only on one.',
};
const few = {
  meaning:
    'Everything sent was answered, but that is only a few packets: a line that keeps dropping can pass this test too.',
  visit: NO_VISIT,
  firstStep: 'Measure 10 packets before giving the customer an answer.',
};
const intermittent = {
  meaning: 'The line answers on and off. With losses like these the customer may notice drops and slowness.',
  visit: PERHAPS,
  firstStep: 'Ask them to pause downloads and push the equipment’s cables in firmly.',
};
const pathAlive = {
  meaning: 'The network reaches 203.0.113.9; the customer’s device does not answer.',
  firstStep: 'Ask whether the device has lights and the customer can browse now.',
};
const inactive = { visit: NO_VISIT, firstStep: 'Read the record again and check the payment first.' };
const bare = (word: string, said: Pick<ResultWords, 'meaning' | 'visit' | 'firstStep'>): ResultWords => ({
  ...said,
  badge: `${word} · no packet details`,
  counts: null,
  ticket: [`Result: ${word} · no packet details`],
});
const allFour = {
  counts: 'answered 4 of 4',
  visit: NO_VISIT,
  ticket: ['Packets: 4 of 4 answered, loss 0%'],
};
const noneOfFour = {
  badge: 'No reply · only 4 packets',
  counts: 'lost 4 of 4',
  ticket: ['Result: No reply · only 4 packets', 'Packets: 0 of 4 answered, loss 100%'],
};

export const en: LanguageWords = {
  justNow: 'just now',
  nextStep: 'Next step',
  saysNothing: 'This says nothing about the customer’s line.',
  screens: {
    'net-created.json': waiting,
    'net-pending.json': waiting,
    'net-pending.json for good': late,
    'net-process.json': waiting,
    'net-stable.json': {
      ...few,
      badge: 'Stable · only 4 packets',
      counts: 'answered 4 of 4',
      also: ['Who answered: 10.20.30.40 (customer’s device, 4 replies)', 'uneven latency: 340 ms'],
      ticket: ['Result: Stable · only 4 packets', 'Packets: 4 of 4 answered, loss 0%'],
    },
    'net-stable.json, three rounds': {
      ...clean,
      badge: 'Stable',
      counts: 'answered 12 of 12',
      also: ['3 rounds', 'uneven latency: 463 ms'],
      ticket: ['Result: Stable', 'Packets: 12 of 12 answered, loss 0%'],
    },
    'net-stable.json, another IP on record': {
      ...allFour,
      badge: 'Stable · another IP replied',
      meaning:
        'An IP other than the one on record answered. Confirm the customer’s IP before trusting this result.',
      firstStep: 'Find out, or ask the network team, which IP the device has today.',
      also: [
        'Take it with caution: another IP replied · only 4 packets',
        'Who answered: 10.20.30.40 (another address, 4 replies)',
      ],
    },
    'net-stable.json, shared IP': {
      ...allFour,
      badge: 'Stable · duplicate IP',
      meaning: 'Two records have this IP: this result may be about another customer’s device.',
      firstStep: 'Search that IP in Pulso to see which other record has it.',
      also: ['Take it with caution: duplicate IP · only 4 packets'],
    },
    'net-stable.json, suspended': {
      ...allFour,
      ...inactive,
      badge: 'Stable · service suspended',
      meaning:
        'The line answers, but the account is not active: the account may be the cause, not the network.',
      also: ['Take it with caution: service suspended · only 4 packets'],
    },
    'net-partial-loss.json': {
      ...intermittent,
      badge: 'Intermittent · only 4 packets',
      counts: 'lost 2 of 4',
      ticket: ['Result: Intermittent · only 4 packets', 'Packets: 2 of 4 answered, loss 50%'],
    },
    'net-partial-loss.json, first round of the desk': {
      badge: 'Measuring…',
      says: ['So far 2 of 4 answered · round 2 · 10 packets in total'],
    },
    'net-partial-loss.json, three rounds': {
      ...intermittent,
      badge: 'Intermittent',
      counts: 'lost 6 of 12',
      ticket: ['Result: Intermittent', 'Packets: 6 of 12 answered, loss 50%'],
    },
    'net-all-timeouts.json': {
      ...noneOfFour,
      meaning:
        'No packet was answered: a possible outage, a device that is off, or a device that does not answer ping.',
      visit: PERHAPS,
      firstStep: 'Ask if they can browse now, not on mobile data; if so, press “The customer is online”.',
    },
    'net-all-timeouts.json, first round of the desk': {
      badge: 'Measuring…',
      says: ['0 of 4 · confirming with 10 packets'],
    },
    'net-all-timeouts.json, suspended': {
      ...noneOfFour,
      ...inactive,
      meaning:
        'No reply, as expected when the account is not active. Confirm the status of the account first.',
    },
    'net-host-unreachable-mixed.json': {
      ...noneOfFour,
      ...pathAlive,
      visit: PERHAPS,
      also: ['Who answered: 203.0.113.9 (router on the way, 2 error reports)', 'host unreachable'],
    },
    'net-host-unreachable-mixed.json, three rounds': {
      ...pathAlive,
      badge: 'No reply',
      counts: 'lost 12 of 12',
      visit: 'Visit if the steps do not solve it',
      ticket: ['Result: No reply', 'Packets: 0 of 12 answered, loss 100%'],
    },
    'net-arp-mac.json': {
      badge: 'Stable · link only (MAC)',
      counts: 'answered 3 of 3',
      meaning: 'The device is on and linked (it answered by MAC). That does not prove it has internet.',
      visit: PERHAPS,
      firstStep: 'Ask whether the customer can browse right now.',
      also: [
        'Take it with caution: link only (MAC) · only 3 packets',
        'Who answered: 02:00:5E:10:00:01 (link (MAC), 3 replies)',
      ],
      ticket: ['Result: Stable · link only (MAC) · only 3 packets'],
    },
    'net-mixed-objects-and-strings.json': {
      ...few,
      badge: 'Stable · 1 packet not measured',
      counts: 'answered 1 of 1',
      also: ['Take it with caution: 1 packet not measured · only 1 packet'],
      ticket: ['Result: Stable · 1 packet not measured · only 1 packet'],
    },
    'net-numbers-and-unknown-keys.json': {
      ...few,
      badge: 'Stable · only 1 packet',
      counts: 'answered 1 of 1',
      ticket: ['Result: Stable · only 1 packet', 'Latency: 9 ms'],
    },
    'net-numbers-and-unknown-keys.json, ten rounds': {
      ...clean,
      badge: 'Stable',
      counts: 'answered 10 of 10',
      also: ['10 rounds'],
      ticket: ['Result: Stable', 'Latency: 9 ms'],
    },
    'net-mikrotik-errors.json': router,
    'net-result-string.json': router,
    'net-empty.json': empty,
    'net-null.json': empty,
    'net-summary-only.json': empty,
    'net-failure.json': upstream('WispHub says that the measurement failed.'),
    'v1-created.json': waiting,
    'v1-create-failed.json': refused,
    'v1-pending-documented.json': waiting,
    'v1-pending-observed-500.json': waiting,
    'v1-pending-observed-500.json for good': late,
    'v1-stable.json': bare('Stable', {
      meaning:
        'WispHub says that the line answers, but not how many packets were lost: confirm it before you end the call.',
      visit: NO_VISIT,
      firstStep: 'Ask what the customer notices: can’t browse, slow, or drops.',
    }),
    'v1-intermittent.json': bare('Intermittent', {
      ...intermittent,
      meaning: 'WispHub says that the line answers on and off, but not with how much loss.',
    }),
    'v1-no-internet.json': bare('No reply', {
      meaning:
        'WispHub says that there was no reply: a possible outage, a device that is off, or a device that does not answer ping.',
      visit: PERHAPS,
      firstStep: 'Ask whether the customer can browse now, not on mobile data.',
    }),
    'v1-failed.json': refused,
    'html-outage.html at the launch': upstream('WispHub itself is failing right now.'),
    'html-outage.html at the launch, with status 200': upstream(
      'WispHub answered with a web page instead of data: it may be down.',
    ),
    'html-outage.html at a look': waiting,
    'html-outage.html at every look': late,
  },
  ticket: [
    'Service: Cliente Demo Uno · 1042 · 10.20.30.43',
    'Result: No reply · only 4 packets',
    'Reading: The network reaches 203.0.113.9; the customer’s device does not answer.',
    'Packets: 0 of 4 answered, loss 100%',
    'Who answered: 203.0.113.9 (router on the way, 2 error reports)',
    'Steps done: Ask whether the device has lights and the customer can browse now.',
    'Note: sin luces',
    'Case: CFMXAJ',
    'Rules: version 1',
    'Link: https://pulso.example/pings/3f0c9a52-6d1e-4b7a-9a55-0b6f3f1d2c10',
  ],
  record: ['Cliente Demo Uno', 'id 1042', 'Active', 'Paid up', 'Plan', 'Zona Norte', '10.20.30.40'],
};
