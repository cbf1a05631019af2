import { describe, expect, it } from 'vitest';
import { workInFlight } from './work-in-flight';

function deferred() {
  let resolve = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<void>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}

describe('work in flight', () => {
  it('is waited for, whether it ends well or badly', async () => {
    const work = workInFlight();
    const [good, bad] = [deferred(), deferred()];
    work.track(good.promise);
    work.track(bad.promise).catch(() => {});
    let settled = false;
    const settling = work.settle(10_000).then(() => (settled = true));
    good.resolve();
    await good.promise;
    await new Promise((resolve) => setImmediate(resolve));
    expect(settled).toBe(false);
    bad.reject(new Error('a fault'));
    await settling;
  });

  it('that hangs is waited for no longer than asked', async () => {
    const work = workInFlight();
    work.track(new Promise(() => {}));
    await work.settle(20);
  });

  it('that there is none of settles at once', async () => {
    const work = workInFlight();
    await work.track(Promise.resolve(1));
    await work.settle(60_000);
  });

  it('gives back what it was given, faults included', async () => {
    const work = workInFlight();
    expect(await work.track(Promise.resolve(7))).toBe(7);
    await expect(work.track(Promise.reject(new Error('a fault')))).rejects.toThrow('a fault');
  });

  it('knows when the shutdown has begun', () => {
    const work = workInFlight();
    expect(work.isDraining()).toBe(false);
    work.drain();
    expect(work.isDraining()).toBe(true);
  });
});
