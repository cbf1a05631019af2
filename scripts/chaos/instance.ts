import { spawn, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@/lib/db/free-port';
import { nextArguments, nextEnvironment } from '../run-next';

const READY_WITHIN_MS = 40_000;

/** One real server process of the built product. */
export type Instance = {
  url: string;
  /** Starts it, and resolves once it answers that it is ready. */
  start(): Promise<void>;
  isReady(): Promise<boolean>;
  signal(name: NodeJS.Signals): void;
  /** Resolves when the process has ended, with milliseconds since it was asked here. */
  ended(): Promise<number>;
  /** How often it ended without having been told to. */
  crashes(): number;
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

  const isReady = () =>
    fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(6000) }).then(
      ({ status }) => status === 200,
      () => false,
    );

  return {
    url,
    isReady,
    crashes: () => crashes,
    signal(signal) {
      if (signal === 'SIGKILL' || signal === 'SIGTERM') isTold = true;
      child?.kill(signal);
    },
    async start() {
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
    async ended() {
      const askedAt = Date.now();
      const asked = child;
      if (asked !== null && asked.exitCode === null && asked.signalCode === null) {
        await new Promise((resolve) => asked.once('exit', resolve));
      }
      return Date.now() - askedAt;
    },
  };
}
