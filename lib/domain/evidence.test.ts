import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readEvidence, type Evidence } from './evidence';
import { FAILURE_CODES, failureSchema } from './failure';
import { countPackets, notMeasured, packetSchema, type Packet } from './packet';

const payloads = new URL('../wisphub/payloads/', import.meta.url);
const taskSchema = z.object({ task: z.object({ result: z.unknown() }) });

const payload = (name: string): unknown =>
  taskSchema.parse(JSON.parse(readFileSync(new URL(`${name}.json`, payloads), 'utf8'))).task.result;

function packets(result: unknown): Packet[] {
  const evidence = readEvidence(result);
  if (evidence.kind !== 'packets') throw new Error(`not measured: ${evidence.failure.code}`);
  return evidence.packets;
}

function why(result: unknown): string {
  const evidence = readEvidence(result);
  return evidence.kind === 'packets' ? 'packets' : `${evidence.failure.source}:${evidence.failure.code}`;
}

const one = (item: unknown) => packets([{ 'ping-1': item }, { 'ping-exitoso': '0 de 1' }]);
const answered = { host: '10.20.30.40', sent: '1', received: '1', 'packet-loss': '0', time: '5ms' };
const silent = { host: '10.20.30.40', sent: '1', received: '0', 'packet-loss': '100', status: 'timeout' };

/** Total means: packets of which something was measured, or a failure with a code we know. */
function expectSound(evidence: Evidence) {
  if (evidence.kind === 'packets') {
    z.array(packetSchema).min(1).max(100).parse(evidence.packets);
    expect(countPackets(evidence.packets).sent).toBeGreaterThan(0);
    for (const packet of evidence.packets) {
      if (packet.status !== 'reply') expect(packet.rttMs).toBeNull();
    }
  } else {
    failureSchema.parse(evidence.failure);
    expect(['router', 'upstream']).toContain(evidence.failure.source);
  }
}

describe('the evidence of every form WispHub is known to answer', () => {
  it('four replies are four packets with their times, in order', () => {
    expect(packets(payload('net-stable'))).toEqual(
      [1.287, 0.946, 12, 1020].map((rttMs) => ({
        status: 'reply',
        rttMs,
        host: '10.20.30.40',
        ttl: 64,
        sizeBytes: 56,
      })),
    );
  });

  it('replies and timeouts keep their places', () => {
    const found = packets(payload('net-partial-loss'));
    expect(found.map(({ status }) => status)).toEqual(['reply', 'timeout', 'timeout', 'reply']);
    expect(found.map(({ rttMs }) => rttMs)).toEqual([38.412, null, null, 41.007]);
  });

  it('timeouts alone are measured silence, not a failure to measure', () => {
    expect(countPackets(packets(payload('net-all-timeouts')))).toEqual({
      sent: 4,
      received: 0,
      notMeasured: 0,
    });
  });

  it('ICMP errors are losses named after the router that reported them, although ping-exitoso says "2 de 4"', () => {
    const found = packets(payload('net-host-unreachable-mixed'));
    expect(countPackets(found)).toEqual({ sent: 4, received: 0, notMeasured: 0 });
    expect(found[1]).toEqual({
      status: 'host_unreachable',
      rttMs: null,
      host: '203.0.113.9',
      ttl: 64,
      sizeBytes: 84,
    });
  });

  it('a MAC address as host is kept as it is', () => {
    const found = packets(payload('net-arp-mac'));
    expect(found.map(({ host }) => host)).toEqual(Array(3).fill('02:00:5E:10:00:01'));
    expect(found.map(({ rttMs }) => rttMs)).toEqual([5, 0.386, 0]);
  });

  it('a mixed list holds what was measured and marks what was not', () => {
    const found = packets(payload('net-mixed-objects-and-strings'));
    expect(found.map(({ status }) => status)).toEqual(['reply', 'not_measured']);
  });

  it('numbers instead of strings, unknown keys and unknown items are read all the same', () => {
    const [packet, ...more] = packets(payload('net-numbers-and-unknown-keys'));
    expect(packet).toMatchObject({ status: 'reply', rttMs: 9, host: '10.20.30.46' });
    expect(more).toEqual([]);
  });

  it.each([
    ['net-mikrotik-errors', 'router:router_interface'],
    ['net-result-string', 'router:router_interface'],
    ['net-empty', 'upstream:empty_result'],
    ['net-null', 'upstream:empty_result'],
    ['net-summary-only', 'upstream:empty_result'],
  ])('%s could not be measured: %s', (name, expected) => {
    expect(why(payload(name))).toBe(expected);
  });

  it('every stored payload of a task is read soundly', () => {
    const names = readdirSync(payloads).filter(
      (name) => name.startsWith('net-') && !/clientes|created/.test(name),
    );
    expect(names.length).toBeGreaterThanOrEqual(14);
    for (const name of names) expectSound(readEvidence(payload(name.replace('.json', ''))));
  });
});

describe('replies beyond one for each packet', () => {
  it('are counted on the packet and never make it more than one reply', () => {
    const [packet, ...more] = one({ ...answered, received: '3' });
    expect(packet).toMatchObject({ status: 'reply', duplicates: 2 });
    expect(more).toEqual([]);
    expect(countPackets([packet ?? notMeasured])).toEqual({ sent: 1, received: 1, notMeasured: 0 });
  });

  it('do not stand where each packet had one reply at most', () => {
    expect(one(answered)[0]).not.toHaveProperty('duplicates');
    expect(one({ ...answered, sent: '3', received: '2' }).some((packet) => 'duplicates' in packet)).toBe(
      false,
    );
  });
});

describe('what makes a reply', () => {
  it('received above zero, and nothing else: not a time, not a missing status, not a loss of 0', () => {
    const noReply = {
      host: '10.20.30.40',
      sent: '1',
      received: '0',
      time: '5ms',
      'packet-loss': '0',
      ttl: '64',
    };
    expect(one(noReply)[0]).toMatchObject({ status: 'other', rttMs: null });
    expect(one({ ...answered, status: 'timeout', 'packet-loss': '100' })[0]).toMatchObject({
      status: 'reply',
    });
  });

  it('ping-exitoso never counts, whatever it claims', () => {
    expect(packets([{ 'ping-1': silent }, { 'ping-exitoso': '1 de 1' }])).toHaveLength(1);
    expect(why([{ 'ping-exitoso': answered }])).toBe('upstream:empty_result');
  });

  it.each([1, '1', ' 1 ', 2, '1.0'])('received %j is a reply', (received) => {
    expect(one({ ...answered, received })[0]?.status).toBe('reply');
  });

  it.each([0, '0', '0.0'])('received %j is a loss', (received) => {
    expect(one({ ...answered, received })[0]?.status).toBe('other');
  });

  it.each([null, undefined, '', ' ', 'one', true, [1], { a: 1 }, -1, '-1', '1e999', Infinity, NaN])(
    'received %j says nothing, so the packet was not measured',
    (received) => {
      expect(why([{ 'ping-1': { ...answered, received } }])).toBe('upstream:unreadable_result');
    },
  );

  it('a packet that was never sent was not measured', () => {
    expect(why([{ 'ping-1': { ...silent, sent: '0' } }])).toBe('upstream:unreadable_result');
  });

  it('an item that counts several packets is taken apart', () => {
    const found = one({ ...answered, sent: '3', received: '1', status: 'timeout' });
    expect(found.map(({ status }) => status)).toEqual(['reply', 'timeout', 'timeout']);
  });

  it.each([
    ['timeout', 'timeout'],
    ['TimeOut ', 'timeout'],
    ['host unreachable', 'host_unreachable'],
    ['net unreachable', 'net_unreachable'],
    ['network unreachable', 'net_unreachable'],
    ['admin prohibited', 'admin_prohibited'],
    ['TTL exceeded', 'ttl_exceeded'],
    ['no route to host', 'no_route'],
    ['fragmentation needed and DF set', 'other'],
    ['un mensaje nuevo', 'other'],
    ['constructor', 'other'],
    ['__proto__', 'other'],
    ['', 'other'],
    [7, 'other'],
    [null, 'other'],
  ])('the status %j of a lost packet is %s', (status, expected) => {
    expect(one({ ...silent, status })[0]?.status).toBe(expected);
  });

  it('a reply without a time has no round-trip time, and avg-rtt stands in where only that is given', () => {
    expect(one({ sent: 1, received: 1 })[0]?.rttMs).toBeNull();
    expect(one({ sent: 1, received: 1, 'avg-rtt': '7ms' })[0]?.rttMs).toBe(7);
    expect(one({ ...answered, time: 'soon' })[0]?.rttMs).toBeNull();
    expect(one({ ...answered, time: 1e300 })[0]?.rttMs).toBeNull();
  });

  it.each(['', '  ', '\u0000', null, 7, ['10.0.0.1']])('the host %j is nobody', (host) => {
    expect(one({ ...answered, host })[0]?.host).toBeNull();
  });

  it('a host of any length is cut', () => {
    expect(one({ ...answered, host: 'x'.repeat(10_000) })[0]?.host).toHaveLength(64);
  });
});

describe('what could not be measured', () => {
  const text = (words: string) =>
    `('Error "${words}" executing command /ping =address=10.20.30.44', '${words}')`;

  it.each([
    ['input does not match any value of interface', 'router_interface'],
    ['failure: interface needs to be specified for arp ping', 'router_interface'],
    ['invalid user name or password (6)', 'router_login'],
    ['cannot log in', 'router_login'],
    ['timed out', 'router_unreachable'],
    ['Connection refused', 'router_unreachable'],
    ['No route to host', 'router_unreachable'],
    ['no such command prefix', 'router_error'],
  ])('the router text "%s" is %s, in a list and alone', (words, code) => {
    expect(why([{ 'ping-1': text(words) }])).toBe(`router:${code}`);
    expect(why(text(words))).toBe(`router:${code}`);
    expect(why([text(words)])).toBe(`router:${code}`);
  });

  it('the text of the router, which holds the address of the customer, is not passed on', () => {
    for (const name of ['net-mikrotik-errors', 'net-result-string']) {
      expect(JSON.stringify(readEvidence(payload(name)))).not.toMatch(/10\.20\.30|executing|<strong>/);
    }
  });

  it.each([
    undefined,
    null,
    '',
    [],
    [{}],
    [[]],
    [null],
    [1],
    [{ 'ping-exitoso': '4 de 4' }],
    [{ ping: answered }],
  ])('%j is an empty result', (result) => {
    expect(why(result)).toBe('upstream:empty_result');
  });

  it.each([
    {},
    { 'ping-1': answered },
    0,
    1,
    true,
    false,
    Infinity,
    [{ 'ping-1': null }],
    [{ 'ping-1': [] }],
  ])('%j is an unreadable result', (result) => {
    expect(why(result)).toBe('upstream:unreadable_result');
  });
});

describe('hostile results', () => {
  it('__proto__ and constructor keys are data and change nothing', () => {
    const hostile: unknown = JSON.parse(
      `[{"__proto__":{"ping-1":{"received":1}},"ping-1":{"__proto__":{"received":"1"},"sent":"1"}},
        {"constructor":{"prototype":{"received":1}},"ping-2":{"received":"0","status":"__proto__"}}]`,
    );
    expect(packets(hostile).map(({ status }) => status)).toEqual(['not_measured', 'other']);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('10,000 levels of nesting are read without a stack overflow', () => {
    const lists: unknown = JSON.parse('['.repeat(10_000) + ']'.repeat(10_000));
    const objects: unknown = JSON.parse('[' + '{"ping-1":'.repeat(10_000) + '1' + '}'.repeat(10_000) + ']');
    expectSound(readEvidence(lists));
    expectSound(readEvidence(objects));
    expect(packets([{ 'ping-1': { ...answered, extra: lists } }])).toHaveLength(1);
  });

  it('1e999 anywhere is no number', () => {
    const huge: unknown = JSON.parse(
      '[{"ping-1":{"received":1,"sent":1e999,"ttl":1e999,"size":-1e999,"time":1e999}}]',
    );
    expect(packets(huge)).toEqual([{ status: 'reply', rttMs: null, host: null, ttl: null, sizeBytes: null }]);
  });

  it('no more than 100 packets are taken, from many items or from one that counts a million', () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ [`ping-${index + 1}`]: answered }));
    expect(packets(many)).toHaveLength(100);
    expect(one({ ...silent, sent: '1000000' })).toHaveLength(100);
  });

  it('a megabyte of router text is read at once', () => {
    const started = performance.now();
    expect(why('connec'.repeat(170_000))).toBe('router:router_error');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

const words = fc.constantFrom(
  ...[
    'ping-1',
    'ping-2',
    'ping-exitoso',
    'host',
    'sent',
    'received',
    'status',
    'time',
    'ttl',
    'size',
    'avg-rtt',
  ],
  ...[
    'packet-loss',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'timeout',
    'host unreachable',
    '5ms',
  ],
  ...['1', '0', '-1', '1e999', '2 de 4', '', ' ', '\u0000', '\ud800'],
);
const scalars = fc.oneof(
  words,
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.constantFrom(null, true, false, Infinity, -0, 1e308),
);
/** Any JSON, with the words WispHub uses among its keys and values. */
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalars,
    fc.array(tie('json'), { maxLength: 5 }),
    fc.array(fc.tuple(fc.oneof(words, fc.string()), tie('json')), { maxLength: 6 }).map((pairs) => {
      const made: Record<string, unknown> = {};
      // The way of JSON.parse: `__proto__` becomes a key and not a prototype.
      for (const [key, value] of pairs) {
        Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true });
      }
      return made;
    }),
  ),
}));

const fieldOfPacket = fc.oneof(
  words,
  fc.integer({ min: -2, max: 120 }),
  fc.constantFrom('7ms', '00:00:01', null),
);
const packetLike = fc.record(
  Object.fromEntries(
    ['host', 'sent', 'received', 'status', 'time', 'ttl', 'size', 'avg-rtt'].map((key) => [
      key,
      fieldOfPacket,
    ]),
  ),
  { requiredKeys: [] },
);
const item = fc.oneof(
  { weight: 6, arbitrary: packetLike },
  { weight: 2, arbitrary: words },
  { weight: 1, arbitrary: json },
);
const listOf = (items: readonly unknown[]) => items.map((value, index) => ({ [`ping-${index + 1}`]: value }));

describe('for any JSON', () => {
  it('20,000 results of any shape: nothing is thrown, and each is packets or a failure', () => {
    fc.assert(
      fc.property(fc.oneof(json, fc.array(item, { maxLength: 12 }).map(listOf)), (result) => {
        expectSound(readEvidence(result));
      }),
      { numRuns: 20_000 },
    );
  });

  it('the order of the list items and of their keys changes nothing', () => {
    const shuffled = fc.array(item, { maxLength: 12 }).chain((items) => {
      const list = [...listOf(items), { 'ping-exitoso': '1 de 4' }];
      return fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      );
    });
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(readEvidence(other)).toEqual(readEvidence(list));
        expect(readEvidence([Object.assign({}, ...other)])).toEqual(readEvidence(list));
      }),
      { numRuns: 2000 },
    );
  });

  it('unknown fields, in packets and beside them, change nothing', () => {
    const unknownKey = fc.string({ maxLength: 12 }).map((key) => `x-${key}`);
    const additions = fc.dictionary(unknownKey, json, { maxKeys: 4 });
    fc.assert(
      fc.property(fc.array(packetLike, { maxLength: 8 }), additions, (items, added) => {
        const plain = listOf(items);
        const richer = [...listOf(items.map((packet) => ({ ...added, ...packet }))), added, { note: 'x' }];
        expect(readEvidence(richer)).toEqual(readEvidence(plain));
      }),
      { numRuns: 2000 },
    );
  });

  it('every failure has a code of the closed set and a message that holds nothing foreign', () => {
    fc.assert(
      fc.property(json, (result) => {
        const evidence = readEvidence(result);
        if (evidence.kind === 'packets') return;
        expect(FAILURE_CODES).toContain(evidence.failure.code);
        expect(evidence.failure.message).toMatch(/^[\x20-\x7e]+$/);
      }),
      { numRuns: 1000 },
    );
  });
});
