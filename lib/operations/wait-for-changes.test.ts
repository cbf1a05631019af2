import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { storePing, until } from '@/lib/db/test-store';
import { AppError } from '@/lib/domain/app-error';
import { versionOf } from '@/lib/domain/ping-version';
import type { Actor } from '@/lib/domain/role';
import { person, program, refusal, testSystem, type TestSystem } from './test-system';
import { waitForChanges } from './wait-for-changes';

let test: TestSystem;
beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterAll(() => test.close());

const agent = person('agent');
const signedOut = async (): Promise<Actor> => {
  throw new AppError('unauthorized', 'Sign in.');
};

async function begin(actor: Actor, whoNow = async () => actor, mostMs = 60_000) {
  const browser = new AbortController();
  const { ping } = await storePing(test.store.db, { serviceId: Math.ceil(Math.random() * 1e6) });
  const seen = new Map([[ping.id, versionOf(ping)]]);
  const answer = waitForChanges(test.as(actor), { seen, mostMs, gone: browser.signal, whoNow });
  return { answer, leave: () => browser.abort() };
}

describe('who waits for a ping', () => {
  it('is refused at the end when the session was revoked meanwhile', async () => {
    const { answer } = await begin(agent, signedOut, 1);
    expect(await refusal(answer)).toMatchObject({ code: 'unauthorized' });
  });

  it('is refused at the end when the right to read is gone', async () => {
    const { answer } = await begin(agent, async () => program('services:read'), 1);
    expect(await refusal(answer)).toMatchObject({ code: 'forbidden' });
  });

  it('is asked nothing more after having gone', async () => {
    const { answer, leave } = await begin(agent, signedOut);
    leave();
    expect(await answer).toEqual([]);
  });

  it('may do so twenty times at once, and is told to wait beyond that; others are not', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => begin(agent)));
    await until(() => test.system.changes.countOf(agent.id) === 20);
    const more = await begin(agent);
    expect(await refusal(more.answer)).toMatchObject({
      code: 'rate_limited',
      details: { retryAfterSeconds: 10 },
    });
    const other = await begin(person('supervisor'));
    other.leave();
    expect(await other.answer).toEqual([]);
    for (const { leave } of all) leave();
    await Promise.all(all.map(({ answer }) => answer));
  });
});
