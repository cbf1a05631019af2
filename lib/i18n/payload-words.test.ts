import { beforeAll, describe, expect, it } from 'vitest';
import type { PingDetails } from '@/lib/domain/ping-details';
import type { ServiceItem } from '@/lib/domain/service-item';
import { CUSTOMER_VOICES } from '@/lib/domain/settings';
import es from './es.json';
import { LOCALES, type Locale } from './locale';
import { PAYLOADS, pingAfter, recordsOf } from './test-payload-words/carry';
import { CASE_NAMES, CASES, RECORDS, type CaseName } from './test-payload-words/cases';
import { CUSTOMER_WORDS } from './test-payload-words/customer';
import { customerText, pingScreen, recordScreen, ticketText } from './test-payload-words/screens';
import { WORDS } from './test-payload-words/words';

const words = (...of: string[]) => new RegExp(String.raw`(?<!\p{L})(?:${of.join('|')})(?!\p{L})`, 'iu');

/** What each verdict is called in any language; none may stand where nothing was measured. */
const VERDICT = words(
  ...[
    'estable',
    'intermitente',
    'no responde',
    'estável',
    'sem resposta',
    'stable',
    'intermittent',
    'no reply',
  ],
);
const COUNT = /\d+ (?:de|of) \d+|\d\s?%/;

/** Text of WispHub and of RouterOS, which is for nobody's eyes; and the address inside it. */
const UPSTREAM_TEXT =
  /executing command|=address|arp-ping|mikrotik|<\/?\w+>|10\.20\.30\.44|error 521|exitoso/i;

/** What shows through when a page asks for the wrong message: words of the code, keys, holes, unread patterns. */
const RAW = new RegExp(
  String.raw`[a-z]_[a-z]|\b(?:${Object.keys(es).join('|')})\.[a-z]|\b(?:undefined|null|NaN)\b|Invalid Date|\[object|[{}]`,
);

/** What a customer must never read: the network, the tools, money, blame. */
const INTERNAL = /\d+\.\d+\.\d+|(?:[\da-f]{2}:){5}|wisphub|pulso|\bping\b|\bmac\b|nodo norte/i;
const MONEY = words(
  ...[
    'deudas?',
    'debe',
    'debes',
    'debés',
    'pagos?',
    'pague',
    'paga',
    'pagar',
    'mora',
    'suspendido',
    'facturas?',
  ],
  ...[
    'saldo',
    'dívidas?',
    'pagamentos?',
    'faturas?',
    'suspenso',
    'debts?',
    'owe',
    'paid',
    'payments?',
    'bills?',
  ],
);
const BLAME = words(
  ...[
    'culpa',
    'por (?:su|tu|seu) (?:uso|error|erro)',
    'mal (?:conectado|usado|ligado)',
    'your (?:own )?fault',
  ],
);

const pings = new Map<CaseName, PingDetails>();
let records: ServiceItem[] = [];

beforeAll(async () => {
  for (const name of CASE_NAMES) pings.set(name, await pingAfter(CASES[name]));
  records = await recordsOf(RECORDS);
});

function pingOf(name: CaseName): PingDetails {
  const ping = pings.get(name);
  if (ping === undefined) throw new Error(`${name} was not carried`);
  return ping;
}

const wordsOf = (locale: Locale, name: CaseName) => WORDS[locale].screens[name];

const endedNames = CASE_NAMES.filter((name) => CASES[name].told !== null);
const runningNames = CASE_NAMES.filter((name) => CASES[name].told === null);
const failedNames = CASE_NAMES.filter((name) => {
  const said = wordsOf('es', name);
  return 'isFailure' in said;
});

/** Everything that a person can read or hear of a ping in one language, ticket and all. */
function textsOf(locale: Locale, name: CaseName): string[] {
  const { lines, labels } = pingScreen(locale, pingOf(name));
  const ticket = CASES[name].told === null ? [] : ticketText(locale, pingOf(name)).split('\n');
  return [...lines, ...labels, ...ticket];
}

/** The texts in which something stands that must not, each behind the payload it came from. */
const found = (pattern: RegExp, names: readonly CaseName[], texts: (name: CaseName) => readonly string[]) =>
  names.flatMap((name) =>
    texts(name)
      .filter((text) => pattern.test(text))
      .map((text) => `${name}: ${text}`),
  );

describe('the table of words', () => {
  it('has a row for every payload, and none for a payload that is gone', () => {
    const files = new Set<string>([...CASE_NAMES.map((name) => CASES[name].file), RECORDS]);
    expect([...files].sort()).toEqual(PAYLOADS);
  });

  it.each(LOCALES)('has words in %s for every row', (locale) => {
    expect(Object.keys(WORDS[locale].screens).sort()).toEqual([...CASE_NAMES].sort());
  });

  it('says of each payload whether its ping runs, failed or has a verdict, as it came about', () => {
    const statesOf = (names: readonly CaseName[]) => [...new Set(names.map((name) => pingOf(name).state))];
    expect(statesOf(runningNames)).toEqual(['running']);
    expect(statesOf(failedNames)).toEqual(['failed']);
    expect(statesOf(endedNames.filter((name) => !failedNames.includes(name)))).toEqual(['finished']);
  });
});

describe.each(LOCALES)('on a desk in %s', (locale) => {
  const { justNow, nextStep, saysNothing, ticket, record } = WORDS[locale];
  const texts = (name: CaseName) => textsOf(locale, name);

  it.each(runningNames)('%s is a ping under way, and the desk says what is known of it', (name) => {
    const said = wordsOf(locale, name);
    const { lines } = pingScreen(locale, pingOf(name));
    // The seconds gone by stand beside the badge.
    expect(lines[0]).toBe(`${said.badge}0 s`);
    expect(lines).toEqual(expect.arrayContaining('says' in said ? [...said.says] : ['no result']));
  });

  it.each(endedNames)('%s leads to its badge, counts, meaning, visit and first step', (name) => {
    const said = wordsOf(locale, name);
    if ('says' in said) throw new Error('this ping has ended, and its words say that it runs');
    const { lines } = pingScreen(locale, pingOf(name));
    const under = said.counts === null ? justNow : `${said.counts} · ${justNow}`;
    const head = [said.badge, under, said.meaning, ...(said.isFailure ? [saysNothing] : [])];
    expect(lines.slice(0, head.length)).toEqual(head);
    const next = lines.indexOf(nextStep);
    expect(lines.slice(next, next + 3)).toEqual([nextStep, said.visit, said.firstStep]);
    for (const text of said.also ?? []) expect(lines.join('\n')).toContain(text);
  });

  it.each(endedNames)('%s: the ticket says what the screen says', (name) => {
    const said = wordsOf(locale, name);
    if ('says' in said) throw new Error('this ping has ended, and its words say that it runs');
    const lines = ticketText(locale, pingOf(name)).split('\n');
    expect(lines).toEqual(expect.arrayContaining([...said.ticket]));
    const reading = said.isFailure ? `${said.meaning} ${saysNothing}` : said.meaning;
    for (const text of [reading, said.firstStep]) {
      expect(lines.filter((line) => line.includes(text))).toHaveLength(1);
    }
  });

  it('a ticket holds service, result, reading, packets, responders, steps, note, case and the way back, in this order', () => {
    const lines = ticketText(locale, pingOf('net-host-unreachable-mixed.json'), 'sin luces').split('\n');
    const isTime = (line: string) => line.endsWith('(GMT-5)');
    expect(lines.filter((line) => !isTime(line))).toEqual(ticket);
    expect(lines.filter(isTime)).toHaveLength(1);
  });

  it('what could not be measured has no verdict, no count and no loss, on the screen or in the ticket', () => {
    expect(failedNames.length).toBeGreaterThan(10);
    expect(found(VERDICT, failedNames, texts)).toEqual([]);
    expect(found(COUNT, failedNames, texts)).toEqual([]);
  });

  it('nothing that WispHub or a router wrote is shown, nor an address out of it', () => {
    expect(found(UPSTREAM_TEXT, CASE_NAMES, texts)).toEqual([]);
  });

  it('no word of the code, key, hole or unread pattern shows through', () => {
    expect(found(RAW, CASE_NAMES, texts)).toEqual([]);
  });

  it('two ICMP errors in four packets are four losses without a latency, whatever WispHub counts', () => {
    expect(found(/2 (?:de|of) 4|50\s?%|571|604/, ['net-host-unreachable-mixed.json'], texts)).toEqual([]);
  });

  it('a latency of one value is no range', () => {
    for (const name of [
      'net-numbers-and-unknown-keys.json',
      'net-numbers-and-unknown-keys.json, ten rounds',
    ] as const) {
      expect(pingScreen(locale, pingOf(name)).lines).toContain('9 ms');
      expect(found(/9\s?–\s?9/, [name], texts)).toEqual([]);
    }
  });

  it('a reply by MAC is never called a reply of the customer’s device', () => {
    const device = /\((?:equipo del cliente|equipamento do cliente|customer’s device),/;
    expect(found(device, ['net-arp-mac.json'], texts)).toEqual([]);
    expect(found(device, ['net-stable.json'], texts)).not.toEqual([]);
  });

  it('an upstream without packets is given no counts, loss or latency', () => {
    const bare = ['v1-stable.json', 'v1-intermittent.json', 'v1-no-internet.json'] as const;
    expect(found(/\d+ (?:de|of) \d+|\d\s?%|\d ms/, bare, texts)).toEqual([]);
  });

  it('a record of the customer list is shown with account and plan, and without any password', () => {
    const screens = records.map((of) => recordScreen(locale, of));
    expect(screens).toHaveLength(1);
    const shown = screens.flatMap(({ lines, labels }) => [...lines, ...labels]);
    for (const word of record) expect(shown.join('\n')).toContain(word);
    expect(shown.filter((text) => /never-keep|password|http:/i.test(text) || RAW.test(text))).toEqual([]);
  });
});

describe.each(CUSTOMER_VOICES)('the message to the customer in %s', (voice) => {
  const { locale, greeting, farewell, told, foreign } = CUSTOMER_WORDS[voice];
  const message = (name: CaseName) => customerText(locale, voice, pingOf(name));
  const messages = (name: CaseName) => [message(name)];

  it.each(endedNames)(
    'after %s greets, says what is known, asks for something and gives the code',
    (name) => {
      const kind = CASES[name].told;
      expect(message(name).slice(0, greeting.length)).toBe(greeting);
      expect(message(name).slice(-farewell.length)).toBe(farewell);
      const known = Object.entries(told).filter(([, texts]) =>
        texts.every((text) => message(name).includes(text)),
      );
      expect(known.map(([of]) => of)).toEqual([kind]);
    },
  );

  it('holds no address, no tool of ours, no money and no blame', () => {
    for (const pattern of [INTERNAL, MONEY, BLAME, UPSTREAM_TEXT, RAW]) {
      expect(found(pattern, endedNames, messages)).toEqual([]);
    }
  });

  it('is the same to its last digit, in whatever language the desk is read', () => {
    for (const name of endedNames) {
      const written = LOCALES.map((desk) => customerText(desk, voice, pingOf(name)));
      expect([...new Set(written)], name).toEqual([message(name)]);
    }
  });

  it('keeps to one form of address', () => {
    expect(found(words(...foreign), endedNames, messages)).toEqual([]);
  });

  it('is covered for every kind of result', () => {
    const kinds = new Set<string | null>(endedNames.map((name) => CASES[name].told));
    expect([...kinds].sort()).toEqual(Object.keys(told).sort());
  });

  it('is not written while the ping runs', () => {
    expect(found(/./, runningNames, messages)).toEqual([]);
  });
});
