import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DESK_SAMPLE, LINE_SAMPLES } from '@/components/pings/sample-histories';
import { RESULT_SAMPLES } from '@/components/pings/sample-pings';
import { PROGRESS_SAMPLES } from '@/components/pings/sample-progress';
import { SAMPLE_SERVICES } from '@/components/services/sample-services';
import { ADVICE, adviceOf, CUSTOMER_TEXTS, customerTextOf } from '@/lib/domain/advice';
import { baselineOf } from '@/lib/domain/baseline';
import { CERTAINTY_REASONS } from '@/lib/domain/certainty';
import { readEvidence } from '@/lib/domain/evidence';
import { explain } from '@/lib/domain/explanation';
import { FACES, faceOf } from '@/lib/domain/face';
import { FAILURE_CODES, type Failure } from '@/lib/domain/failure';
import { PACKET_STATUSES } from '@/lib/domain/packet';
import { pingDetailsSchema } from '@/lib/domain/ping-details';
import { remarksOf } from '@/lib/domain/remark';
import { REMARK_CODES } from '@/lib/domain/remark-code';
import { responderSchema } from '@/lib/domain/responder';
import { accountStanding } from '@/lib/domain/service';
import { serviceItemSchema } from '@/lib/domain/service-item';
import { defaultSettings } from '@/lib/domain/settings';
import { TECHNOLOGIES } from '@/lib/domain/technology';
import { verdictSchema } from '@/lib/domain/verdict';

const AT = new Date('2026-03-02T15:00:00.000Z');
const RESULTS = RESULT_SAMPLES.map((sample) => sample.ping(AT));
const RUNNING = PROGRESS_SAMPLES.flatMap((sample) => sample.ping(AT) ?? []);

const sorted = (words: Iterable<string>) => [...new Set(words)].sort();

const ADVICE_KEYS = Object.keys(ADVICE);
const isFailureKey = (key: string) => key.startsWith('failed_');

/** The failures that the product's text makes with both words in place: `failure('router', 'router_error')`. */
function failuresInSource(): string[] {
  const folder = join(import.meta.dirname, '../../lib');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/(^|\/)test-|\.test\.ts$/.test(file),
  );
  return files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/failure\(\s*'(\w+)',\s*'(\w+)',?\s*\)/g)].map(
      ([, source, code]) => `${source} ${code}`,
    ),
  );
}

const FAILURES = RESULTS.flatMap((ping) => ping.failure ?? []);
const words = ({ source, code }: Failure) => `${source} ${code}`;

describe('the results of the gallery', () => {
  it('are what the API could have answered', () => {
    for (const ping of [...RESULTS, ...RUNNING]) pingDetailsSchema.parse(ping);
    const past = LINE_SAMPLES.flatMap((line) => line.history(AT));
    const ended = [...RESULTS, DESK_SAMPLE.ping(AT), ...past];
    expect(ended.filter((ping) => ping.state === 'running')).toEqual([]);
    expect(RUNNING.filter((ping) => ping.state !== 'running')).toEqual([]);
  });

  it('have a name and a case code of their own each', () => {
    const names = [...RESULT_SAMPLES, ...PROGRESS_SAMPLES].map((sample) => sample.name);
    expect(names).toHaveLength(new Set(names).size);
    expect(RESULTS).toHaveLength(new Set(RESULTS.map((ping) => ping.case_code)).size);
  });

  it('show every face', () => {
    expect(sorted([...RESULTS, ...RUNNING].map(faceOf))).toEqual(sorted(FACES));
  });

  it('show every explanation', () => {
    const keys = RESULTS.flatMap((ping) => explain(ping)?.key ?? []);
    expect(sorted(keys)).toEqual(sorted(ADVICE_KEYS.filter((key) => !isFailureKey(key))));
  });

  it('show every advice, with every answer to whether a visit is justified', () => {
    const advice = RESULTS.flatMap((ping) => adviceOf(ping) ?? []);
    expect(sorted(advice.map(({ key }) => key))).toEqual(sorted(ADVICE_KEYS));
    expect(sorted(advice.map(({ visit }) => visit))).toEqual(['maybe', 'no', 'yes']);
  });

  it('show an advice that weighs a visit both with a solid and with a hollow badge', () => {
    for (const key of ADVICE_KEYS.filter((word) => ADVICE[word as keyof typeof ADVICE].visit === 'yes')) {
      const levels = RESULTS.filter((ping) => adviceOf(ping)?.key === key).map(
        (ping) => ping.certainty?.level,
      );
      expect(new Set(levels), key).toEqual(new Set(['solid', 'hollow']));
    }
  });

  it('lead to every text for the customer', () => {
    expect(sorted(RESULTS.flatMap((ping) => customerTextOf(ping) ?? []))).toEqual(sorted(CUSTOMER_TEXTS));
  });

  it('show both levels of certainty for every verdict', () => {
    const levels = RESULTS.flatMap(({ verdict, certainty }) =>
      verdict && certainty ? [`${verdict} ${certainty.level}`] : [],
    );
    const all = verdictSchema.options.flatMap((verdict) => [`${verdict} solid`, `${verdict} hollow`]);
    expect(sorted(levels)).toEqual(sorted(all));
  });

  it('show every reason of certainty, and each on a badge', () => {
    const named = RESULTS.flatMap((ping) => ping.certainty?.reasons ?? []);
    expect(sorted(named)).toEqual(sorted(CERTAINTY_REASONS));
    const leading = RESULTS.flatMap((ping) => ping.certainty?.reasons.slice(0, 1) ?? []);
    // What was not extended has few packets or has lost some, and the badge says that first.
    const onBadges = CERTAINTY_REASONS.filter((reason) => reason !== 'extension_skipped');
    expect(sorted(leading)).toEqual(sorted(onBadges));
  });

  it('show every remark, slowness for every technology', () => {
    const remarks = RESULTS.flatMap((ping) => remarksOf(ping, defaultSettings));
    expect(sorted(remarks.map(({ code }) => code))).toEqual(sorted(REMARK_CODES));
    expect(sorted(remarks.flatMap(({ technology }) => technology ?? []))).toEqual(sorted(TECHNOLOGIES));
  });

  it('show every outcome of a packet, and a result without packets', () => {
    const statuses = RESULTS.flatMap((ping) => ping.replies.map((reply) => reply.status));
    expect(sorted(statuses)).toEqual(sorted(PACKET_STATUSES));
    expect(RESULTS.some((ping) => ping.state === 'finished' && ping.sent === null)).toBe(true);
    expect(Math.max(...RESULTS.map((ping) => ping.replies.length))).toBe(100);
  });

  it('show everybody who can answer', () => {
    const kinds = RESULTS.flatMap((ping) => ping.responders.map(({ kind }) => kind));
    expect(sorted(kinds)).toEqual(sorted(responderSchema.shape.kind.options));
  });

  it('show a wrong customer, a launch of unknown outcome, several rounds and several people', () => {
    expect(RESULTS.some((ping) => ping.wrong_customer)).toBe(true);
    expect(RESULTS.some((ping) => ping.launch_uncertain)).toBe(true);
    expect(Math.max(...RESULTS.map((ping) => ping.rounds))).toBeGreaterThan(1);
    expect(Math.max(...RESULTS.map((ping) => ping.requested_by.length))).toBeGreaterThan(2);
  });

  it('show a line with a normal of its own and one without', () => {
    const kinds = LINE_SAMPLES.map(({ ping, history }) => baselineOf(history(AT), ping(AT)).kind);
    expect(sorted(kinds)).toEqual(['known', 'too_few']);
  });
});

describe('the failures of the gallery', () => {
  it('are all there are, once each', () => {
    expect(FAILURES.map(({ code }) => code).sort()).toEqual([...FAILURE_CODES].sort());
  });

  it('have the source that the product gives them where it names both', () => {
    const named = failuresInSource();
    expect(named).not.toEqual([]);
    expect(named.filter((pair) => !FAILURES.map(words).includes(pair))).toEqual([]);
  });

  it('have the source that the product reads from the results of WispHub', () => {
    const results = [
      'no such interface',
      'invalid user name or password',
      'timed out',
      'bad command',
      null,
      {},
      [],
    ];
    const read = results
      .map(readEvidence)
      .flatMap((seen) => (seen.kind === 'unmeasured' ? [seen.failure] : []));
    expect(read).toHaveLength(results.length);
    expect(FAILURES).toEqual(expect.arrayContaining(read));
  });

  it('are WispHub’s own where a call to it went wrong', () => {
    const calls = FAILURES.filter(({ code }) => code.startsWith('upstream_'));
    expect(new Set(calls.map(({ source }) => source))).toEqual(new Set(['upstream']));
  });
});

describe('the running pings of the gallery', () => {
  it('show every phase, a stop, a second launch, facts on the way and somebody who joined', () => {
    expect(PROGRESS_SAMPLES.some((sample) => sample.ping(AT) === null)).toBe(true);
    expect(sorted(RUNNING.flatMap((ping) => ping.progress?.phase ?? []))).toEqual(
      sorted(pingDetailsSchema.shape.progress.unwrap().shape.phase.options),
    );
    expect(RUNNING.some((ping) => ping.progress?.stopping)).toBe(true);
    expect(RUNNING.some((ping) => ping.launch_uncertain)).toBe(true);
    expect(RUNNING.some((ping) => ping.rounds > 1 && (ping.sent ?? 0) > 0)).toBe(true);
    expect(RUNNING.some((ping) => ping.requested_by.length > 1)).toBe(true);
    expect(RUNNING.some((ping) => ping.sent === null)).toBe(true);
    expect(sorted(RUNNING.map((ping) => String(ping.progress?.place)))).toEqual(['1', '7', 'null']);
  });
});

describe('the services of the gallery', () => {
  it('are what the API could have answered, with every standing of an account', () => {
    const services = SAMPLE_SERVICES.map(({ service }) => serviceItemSchema.parse(service(AT)));
    const standings = services.map(({ status }) => accountStanding(status));
    expect(sorted(standings)).toEqual(['active', 'cancelled', 'suspended', 'unknown']);
  });
});
