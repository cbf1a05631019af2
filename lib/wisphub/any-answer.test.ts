import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { failureSchema } from '@/lib/domain/failure';
import { packetSchema } from '@/lib/domain/packet';
import { serviceIdSchema } from '@/lib/domain/service';
import type { Gateway } from './gateway';
import { netGateway } from './net';
import { parseBody } from './parse-body';
import { taskIdSchema } from './task-id';
import { payload } from './test-upstream';
import { v1Gateway } from './v1';

const RUNS = 20_000;
/** A few seconds on a machine that has nothing else to do. */
const LIMIT_MS = 120_000;
const payloads = readdirSync(new URL('./payloads/', import.meta.url)).map(payload);

const WORDS = [
  ...[
    'task',
    'status',
    'result',
    'task_id',
    'results',
    'next',
    'count',
    'id_servicio',
    'action',
    'data',
    'ok',
  ],
  ...['SUCCESS', 'PENDING', 'FAILURE', 'ping_created', 'ping_failed', 'no_internet', 'stable_connection'],
  ...[
    'intermittent_connection',
    'constructor',
    '__proto__',
    'toString',
    'ping-1',
    'ping-exitoso',
    'received',
  ],
];
const word = fc.constantFrom(...WORDS);
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(word, fc.string(), fc.integer(), fc.double(), fc.constantFrom(null, true, false)),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(word, fc.string()), tie('json'), { maxKeys: 5 }),
  ),
}));

/** An answer that WispHub is known to give, with some bytes of it changed, cut out or doubled. */
const spoiled = fc
  .record({
    text: fc.constantFrom(...payloads),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 12 }),
    instead: fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      word.map((one) => Buffer.from(one)),
    ),
  })
  .map(({ text, at, length, instead }) => {
    const bytes = Buffer.from(text);
    const from = Math.floor(at * bytes.length);
    return Buffer.concat([bytes.subarray(0, from), Buffer.from(instead), bytes.subarray(from + length)]);
  });

const bodies = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  json.map((value) => Buffer.from(JSON.stringify(value) ?? '')),
  spoiled,
);

const upstreamOf = (bytes: Buffer) => ({
  call: async () => parseBody(bytes, (text) => text),
  isOpen: () => false,
  close: async () => {},
});

/** Cheaper than an expectation, of which there would be hundreds of thousands. */
function allow(known: readonly string[], kind: string): void {
  if (!known.includes(kind)) throw new Error(`unknown: ${kind}`);
}

async function expectSound(gateway: Gateway): Promise<void> {
  const launch = await gateway.launch(1, 4);
  allow(['launched', 'refused'], launch.kind);
  if (launch.kind === 'launched') taskIdSchema.parse(launch.taskId);
  if (launch.kind === 'refused') failureSchema.parse(launch.failure);

  const read = await gateway.readTask('t');
  allow(['not_yet', 'evidence', 'verdict', 'task_failed'], read.kind);
  if (read.kind === 'verdict') allow(['stable', 'intermittent', 'no_internet'], read.verdict);
  if (read.kind === 'task_failed') failureSchema.parse(read.failure);
  if (read.kind === 'evidence' && read.evidence.kind === 'packets')
    for (const packet of read.evidence.packets) packetSchema.parse(packet);

  const listed = await gateway.directory?.list(0, 300);
  if (listed === undefined) return;
  allow(['services', 'fault'], listed.kind);
  if (listed.kind === 'services')
    for (const { serviceId } of listed.services) serviceIdSchema.parse(serviceId);
}

describe('20,000 answers of any bytes, of any JSON and of spoiled payloads', () => {
  it.each([
    ['net', netGateway],
    ['v1', v1Gateway],
  ] as const)(
    '%s: nothing is thrown, and no state comes out that is not known',
    async (_, gatewayOf) => {
      await fc.assert(
        fc.asyncProperty(bodies, (bytes) => expectSound(gatewayOf(upstreamOf(bytes)))),
        { numRuns: RUNS },
      );
    },
    LIMIT_MS,
  );
});
