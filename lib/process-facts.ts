import { monitorEventLoopDelay } from 'node:perf_hooks';
import { version } from '@/package.json';
import { once } from './once';

const RESOLUTION_MS = 10;
const WINDOW_MS = 60_000;
const NANOSECONDS = 1_000_000;

/** How long work waits for the processor: the 99th percentile of the last whole minute, in milliseconds. */
export const loopLag = once('loop-lag', () => {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  let lastMinute: number | null = null;
  // The histogram counts the pause between two of its own looks, so that an idle process has a lag of none.
  const read = () => Math.max(0, delays.percentile(99) / NANOSECONDS - RESOLUTION_MS);
  setInterval(() => {
    lastMinute = read();
    delays.reset();
  }, WINDOW_MS).unref();
  return () => lastMinute ?? read();
});

export type ProcessFacts = {
  version: string;
  node: string;
  startedAt: Date;
  memoryBytes: number;
  loopLagMs: number;
};

/** What this process knows of itself. */
export const processFacts = (): ProcessFacts => ({
  version,
  node: process.versions.node,
  startedAt: new Date(performance.timeOrigin),
  memoryBytes: process.memoryUsage.rss(),
  loopLagMs: loopLag()(),
});
