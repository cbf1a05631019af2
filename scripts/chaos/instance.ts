import { spawn, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@/lib/db/free-port';
import { nextArguments, nextEnvironment } from '../run-next';

const READY_WITHIN_MS = 120_000;

/** One real server process of the built product. */
export type Instance = {
  url: string;
  /** Starts it, and resolves once it answers that it is ready. */
  start(): Promise<void>;
  isReady(): Promise<boolean>;
  signal(name: NodeJS.Signals): void;
  /** Resolves when the process has ended, with milliseconds since it was asked here. */
  ended(): Promise<number>;
  /** Ends it for good, asleep or not. */
  retire(): Promise<void>;
  /** How often it ended without having been told to. */
  crashes(): number;
  /** Null before its start. */
  pid(): number | null;
};

export async function createInstance(
  folder: string,
  name: string,
  variables: Record<string, string>,
): Promise<Instance> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const log = openSync(path.join(folder, `${name}.log`), 'a');
  let child: ChildProcess | null = null;
  let isTold = false;
  let crashes = 0;
  let isRetired = false;

  const isReady = () =>
    fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(6000) }).then(
      ({ status }) => status === 200,
      () => false,
    );

  async function ended(): Promise<number> {
    const askedAt = Date.now();
    const asked = child;
    if (asked !== null && asked.exitCode === null && asked.signalCode === null) {
      await new Promise((resolve) => asked.once('exit', resolve));
    }
    return Date.now() - askedAt;
  }

  return {
    url,
    isReady,
    crashes: () => crashes,
    pid: () => child?.pid ?? null,
    signal(signal) {
      if (signal === 'SIGKILL' || signal === 'SIGTERM') isTold = true;
      child?.kill(signal);
    },
    async start() {
      // An experiment that was given up may still be on its way here.
      if (isRetired) throw new Error(`${name} is not started any more`);
      isTold = false;
      const options = { mode: 'start', host: '127.0.0.1', port, variables } as const;
      const started = spawn(process.execPath, nextArguments(options), {
        env: { ...nextEnvironment(options), PORT: String(port) },
        stdio: ['pipe', log, log],
      });
      started.once('exit', () => {
        if (!isTold) crashes += 1;
      });
      child = started;
      const deadlineAt = Date.now() + READY_WITHIN_MS;
      while (!(await isReady())) {
        if (started.exitCode !== null || Date.now() > deadlineAt)
          throw new Error(`${name} did not become ready: read ${folder}/${name}.log`);
        await sleep(50);
      }
    },
    ended,
    async retire() {
      isRetired = true;
      isTold = true;
      child?.kill('SIGKILL');
      // A frozen process takes the signal only when it goes on.
      child?.kill('SIGCONT');
      await ended();
    },
  };
}
