import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UPSTREAM_CALLS } from '@/lib/domain/upstream-call';
import { createBreaker } from './breaker';
import { createGateway } from './create-gateway';
import type { FaultKind, UpstreamAnswer } from './fault';
import { html, json, payload, answerWith, startTestUpstream, type TestUpstream } from './test-upstream';

const fault = (kind: FaultKind): UpstreamAnswer => ({
  ok: false,
  fault: { kind, sent: true, answered: kind !== 'network', retryAfterMs: null },
});
const fine: UpstreamAnswer = { ok: true, json: {}, text: '{}' };

const outages: FaultKind[] = ['network', 'timeout', 'html', 'server', 'bad_json', 'too_large'];
const answers: FaultKind[] = ['bad_shape', 'auth', 'not_found', 'rejected', 'rate_limited'];

describe('the circuit breaker', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function breaker() {
    const circuit = createBreaker();
    const sent = { count: 0 };
    const run = (answer: UpstreamAnswer | Promise<UpstreamAnswer>, serverErrorIsAnswer = false) =>
      circuit.run(
        'launch',
        async () => {
          sent.count += 1;
          return answer;
        },
        serverErrorIsAnswer,
      );
    const fail = async (times: number, kind: FaultKind = 'timeout') => {
      for (let time = 0; time < times; time += 1) await run(fault(kind));
    };
    return { circuit, sent, run, fail, isOpen: () => circuit.isOpen('launch') };
  }

  it.each(outages)('eight times %s in a row open it, seven do not', async (kind) => {
    const { fail, sent, run, isOpen } = breaker();
    await fail(7, kind);
    expect(isOpen()).toBe(false);
    await fail(1, kind);
    expect(isOpen()).toBe(true);
    const refused = await run(fine);
    expect(refused).toEqual({
      ok: false,
      fault: { kind: 'breaker_open', sent: false, answered: false, retryAfterMs: 10_000 },
    });
    expect(sent.count).toBe(8);
  });

  it.each(answers)('%s is an answer and never opens it', async (kind) => {
    const { fail, isOpen } = breaker();
    await fail(30, kind);
    expect(isOpen()).toBe(false);
  });

  it('one good answer begins the count again', async () => {
    const { fail, run, isOpen } = breaker();
    for (let time = 0; time < 5; time += 1) {
      await fail(7);
      await run(fine);
    }
    expect(isOpen()).toBe(false);
  });

  it('it stays shut to everybody for 10 s, and then lets exactly one call through', async () => {
    const { fail, run, sent, isOpen } = breaker();
    await fail(8);
    vi.advanceTimersByTime(9999);
    expect(isOpen()).toBe(true);
    await run(fine);
    expect(sent.count).toBe(8);
    vi.advanceTimersByTime(1);
    expect(isOpen()).toBe(false);

    let finish: (answer: UpstreamAnswer) => void = () => {};
    const probe = run(new Promise<UpstreamAnswer>((resolve) => (finish = resolve)));
    const others = [run(fine), run(fine), run(fine)];
    await Promise.resolve();
    expect(sent.count).toBe(9);
    finish(fault('timeout'));
    expect(await probe).toEqual(fault('timeout'));
    for (const other of await Promise.all(others))
      expect(other).toMatchObject({ fault: { kind: 'breaker_open' } });
    expect(sent.count).toBe(9);
  });

  it('whoever is refused is told how long it stays shut, and not a whole pause more', async () => {
    const { fail, run } = breaker();
    await fail(8);
    vi.advanceTimersByTime(7500);
    expect(await run(fine)).toMatchObject({ fault: { kind: 'breaker_open', retryAfterMs: 2500 } });
    vi.advanceTimersByTime(2500);
    expect(await run(fine)).toEqual(fine);
  });

  it('a probe that fails shuts it for another 10 s; one that works opens the way for everybody', async () => {
    const { fail, run, sent, isOpen } = breaker();
    await fail(8);
    vi.advanceTimersByTime(10_000);
    await run(fault('server'));
    expect(isOpen()).toBe(true);
    await run(fine);
    expect(sent.count).toBe(9);
    vi.advanceTimersByTime(10_000);
    expect(await run(fine)).toEqual(fine);
    expect(isOpen()).toBe(false);
    expect(await run(fine)).toEqual(fine);
    expect(sent.count).toBe(11);
  });

  it('over two minutes of outage it lets at most one probe through in any 10 s', async () => {
    const { fail, run, sent } = breaker();
    await fail(8);
    for (let second = 0; second < 120; second += 1) {
      vi.advanceTimersByTime(1000);
      await run(fault('network'));
    }
    expect(sent.count - 8).toBeGreaterThanOrEqual(10);
    expect(sent.count - 8).toBeLessThanOrEqual(12);
  });

  it('a server error that is an answer never counts, and reaches the caller as it is', async () => {
    const { run, sent, isOpen } = breaker();
    for (let time = 0; time < 30; time += 1)
      expect(await run(fault('server'), true)).toEqual(fault('server'));
    expect(isOpen()).toBe(false);
    expect(sent.count).toBe(30);
  });

  it('other signs of outage count also where a server error is an answer', async () => {
    const { run, isOpen } = breaker();
    for (let time = 0; time < 8; time += 1) await run(fault('timeout'), true);
    expect(isOpen()).toBe(true);
  });

  it('each kind of call has its own: launches that fail do not stop looks', async () => {
    const { circuit, fail } = breaker();
    await fail(8);
    expect(UPSTREAM_CALLS.map((kind) => circuit.isOpen(kind))).toEqual([true, false, false]);
    expect(await circuit.run('read', async () => fine, false)).toEqual(fine);
  });
});

describe('a gateway in front of a dead upstream', () => {
  let upstream: TestUpstream;
  beforeEach(async () => {
    upstream = await startTestUpstream();
  });
  afterEach(() => upstream.close());

  const open = (dialect: 'net' | 'v1') =>
    createGateway({ dialect, origin: upstream.origin, token: 'canary-breaker-key', timeoutMs: 5000 });

  it.each(['net', 'v1'] as const)(
    '%s: the ninth launch is not sent, says so, and says when to come back',
    async (dialect) => {
      const gateway = open(dialect);
      upstream.answer(html(521));
      for (let time = 0; time < 8; time += 1) {
        expect(gateway.isPaused()).toBe(false);
        expect((await gateway.launch(1, 4)).kind).toBe('refused');
      }
      expect(gateway.isPaused()).toBe(true);
      const refused = await gateway.launch(1, 4);
      if (refused.kind !== 'unavailable') throw new Error(refused.kind);
      expect(refused.retryAfterMs).toBeGreaterThan(5000);
      expect(refused.retryAfterMs).toBeLessThanOrEqual(10_000);
      expect(upstream.requests).toHaveLength(8);
      await gateway.close();
    },
  );

  it('v1: HTTP 500 on reading is pending and never stops the looks', async () => {
    const gateway = open('v1');
    upstream.answer(answerWith(500, payload('v1-pending-observed-500.json')));
    for (let look = 0; look < 20; look += 1) expect(await gateway.readTask('t')).toEqual({ kind: 'not_yet' });
    expect(upstream.requests).toHaveLength(20);
    upstream.answer(answerWith(200, payload('v1-stable.json')));
    expect(await gateway.readTask('t')).toMatchObject({ kind: 'verdict', verdict: 'stable' });
    await gateway.close();
  });

  it('net: eight server errors on reading stop the looks, which are then not made, and launches go on', async () => {
    const gateway = open('net');
    upstream.answer(html(502));
    for (let look = 0; look < 8; look += 1)
      expect(await gateway.readTask('t')).toEqual({ kind: 'not_yet', blind: true });
    for (let look = 0; look < 4; look += 1)
      expect(await gateway.readTask('t')).toMatchObject({ kind: 'unavailable' });
    expect(upstream.requests).toHaveLength(8);
    upstream.answer(json(202, { task_id: 't' }));
    expect(gateway.isPaused()).toBe(false);
    expect((await gateway.launch(1, 4)).kind).toBe('launched');
    await gateway.close();
  });

  it('a customer list behind an open breaker is unavailable and never an empty list', async () => {
    const gateway = open('net');
    upstream.answer(html(200));
    for (let time = 0; time < 8; time += 1) await gateway.directory?.list(0, 300);
    expect(await gateway.directory?.list(0, 300)).toMatchObject({ kind: 'unavailable' });
    await gateway.close();
  });

  it('every call that was made is reported once with its kind, its time and its fault, and never with the key', async () => {
    const calls: unknown[] = [];
    const gateway = createGateway({
      dialect: 'net',
      origin: upstream.origin,
      token: 'canary-breaker-key',
      timeoutMs: 5000,
      onCall: (call) => calls.push(call),
    });
    upstream.answer(html(200));
    for (let time = 0; time < 9; time += 1) await gateway.launch(1, 4);
    upstream.answer(answerWith(200, payload('net-stable.json')));
    await gateway.readTask('t');
    expect(calls).toEqual([
      ...Array<unknown>(8).fill({ kind: 'launch', ms: expect.any(Number), fault: 'html' }),
      { kind: 'read', ms: expect.any(Number), fault: null },
    ]);
    expect(JSON.stringify(calls)).not.toContain('canary');
    await gateway.close();
  });
});
