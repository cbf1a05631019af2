import { expect, it } from 'vitest';
import { loopLag, processFacts } from './process-facts';

it('a process knows its version, since when it runs, and that it does not wait for the processor', () => {
  const facts = processFacts();
  expect(facts.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(facts.node).toBe(process.versions.node);
  expect(facts.startedAt.getTime()).toBeLessThanOrEqual(Date.now());
  expect(facts.memoryBytes).toBeGreaterThan(1_000_000);
  expect(loopLag()()).toBeGreaterThanOrEqual(0);
});

it('a process whose processor is busy says so', async () => {
  const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  // The first looks have nothing to compare with.
  for (let rounds = 0; rounds < 20 && loopLag()() <= 100; rounds += 1) {
    for (const until = performance.now() + 150; performance.now() < until;);
    await turn();
  }
  expect(loopLag()()).toBeGreaterThan(100);
});
