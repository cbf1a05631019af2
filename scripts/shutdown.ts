import { DatabaseIsNewerError } from '@/lib/db/migrate';
import { EnvError } from '@/lib/env';
import { StartError } from '@/lib/start-error';

export type Scope = {
  /** Resolves when a person or a supervisor asked us to stop. */
  asked: Promise<void>;
  wasAsked(): boolean;
  /** Ends something that was started. Runs in the end whatever happens, the last one first. */
  defer(cleanup: () => Promise<void> | void): void;
  /** Throws when we were asked to stop; stands between slow steps of a start. */
  proceed(): void;
};

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

class StopAsked extends Error {}

const EXPECTED = [EnvError, StartError, DatabaseIsNewerError];

function report(error: unknown): void {
  const expected = EXPECTED.some((kind) => error instanceof kind);
  console.error(expected && error instanceof Error ? error.message : error);
}

async function runAll(cleanups: (() => Promise<void> | void)[]): Promise<boolean> {
  let clean = true;
  for (const cleanup of cleanups.toReversed()) {
    try {
      await cleanup();
    } catch (error) {
      clean = false;
      report(error);
    }
  }
  return clean;
}

/**
 * Runs a launcher and ends all that it deferred, after it returned, threw, or was signalled. Resolves to the
 * exit code: its own, 1 for an error (one sentence when a person can remove the cause), 0 when asked to stop.
 */
export async function withScope(run: (scope: Scope) => Promise<number>): Promise<number> {
  // A closed terminal or pipe must not end us before our children.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const cleanups: (() => Promise<void> | void)[] = [];
  let stopping = false;
  const asked = new Promise<void>((resolve) => {
    const onSignal = () => {
      stopping = true;
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, onSignal);
  });
  const scope: Scope = {
    asked,
    wasAsked: () => stopping,
    defer: (cleanup) => void cleanups.push(cleanup),
    proceed: () => {
      if (stopping) throw new StopAsked();
    },
  };
  let code = 1;
  try {
    code = await run(scope);
  } catch (error) {
    if (error instanceof StopAsked) code = 0;
    else report(error);
  }
  return (await runAll(cleanups)) ? code : code || 1;
}

/** A scope inside another: what it defers ends with it, and to be asked to stop is to be asked there. */
export async function withinScope<T>(outer: Scope, run: (scope: Scope) => Promise<T>): Promise<T> {
  const cleanups: (() => Promise<void> | void)[] = [];
  try {
    return await run({ ...outer, defer: (cleanup) => void cleanups.push(cleanup) });
  } finally {
    await runAll(cleanups);
  }
}
