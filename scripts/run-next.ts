import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { listenError } from '@/lib/db/free-port';
import { StartError } from '@/lib/start-error';
import { startChild } from './child';
import { KEEP_ALIVE_MS, nextVariables } from './next-variables';
import { overrideEnvironment } from './override-environment';
import { type Scope } from './shutdown';

/** Loaded into Next before anything else. */
const PRELOADS = ['follow-launcher.mjs', 'guard-requests.mjs'].flatMap((file) => [
  '--import',
  `./scripts/${file}`,
]);

const GRACE_MS = 12_000;
const LOOK_EVERY_MS = 100;
// An orphan of a killed launcher leaves its port within two seconds.
const PORT_PATIENCE_MS = 3000;

type NextOptions = {
  mode: 'start' | 'dev';
  host: string;
  port: number;
  /** Where the build is, if not here. */
  folder?: string | undefined;
  /** Variables on top of our own environment. */
  variables: Record<string, string>;
};

export type NextServer = {
  /** Where it can be reached from this machine. */
  url: string;
  /** Resolves to 0 when we were asked to stop, and to another code when Next ended by itself. */
  ended: Promise<number>;
  /** Ends it on purpose, as a restart does. */
  stop(): Promise<void>;
  /** Ends it on purpose and gives it no time for anything. */
  kill(): Promise<void>;
};

export function requireBuild(): void {
  if (existsSync('.next/BUILD_ID')) return;
  throw new StartError('Pulso is not built yet: run npm run build, then start it again.');
}

export async function requireFreePort(host: string, port: number): Promise<void> {
  const deadlineAt = Date.now() + PORT_PATIENCE_MS;
  for (;;) {
    const error = await listenError(port, host);
    if (error === null) return;
    if (error === 'EACCES') {
      throw new StartError(`This user may not listen on port ${port}: set PORT to a number above 1023.`);
    }
    if (error !== 'EADDRINUSE') {
      throw new StartError(
        `HOST is not an address of this machine (${error}): set it to one, such as 127.0.0.1.`,
      );
    }
    if (Date.now() > deadlineAt) {
      throw new StartError(
        `Port ${port} is in use: stop the program that listens there, or set PORT to another number.`,
      );
    }
    await sleep(LOOK_EVERY_MS);
  }
}

function localUrl(host: string, port: number): string {
  if (host === '0.0.0.0') return `http://127.0.0.1:${port}`;
  if (host === '::') return `http://[::1]:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(30_000) });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}

/** The command line of Node that is one server. */
export const nextArguments = ({ mode, host, port, folder = '.' }: NextOptions): string[] => [
  ...PRELOADS,
  'node_modules/next/dist/bin/next',
  mode,
  folder,
  '-H',
  host,
  '-p',
  String(port),
  // `next dev` does not know it, and no proxy stands in front of that.
  ...(mode === 'start' ? ['--keepAliveTimeout', String(KEEP_ALIVE_MS)] : []),
];

export function nextEnvironment({ mode, variables }: NextOptions): NodeJS.ProcessEnv {
  return {
    ...overrideEnvironment(variables),
    ...nextVariables(mode),
    PULSO_LAUNCHER_PID: String(process.pid),
  };
}

/** Starts Next and resolves once it answers that it is ready. It is stopped at the end of the scope. */
export async function startNext(scope: Scope, options: NextOptions): Promise<NextServer> {
  const { host, port } = options;
  const child = startChild(nextArguments(options), nextEnvironment(options));
  let over = false;
  let stopping = false;
  const stopWithin = (graceMs: number) => {
    stopping = true;
    return child.stop(graceMs);
  };
  const stop = () => stopWithin(GRACE_MS);
  const kill = () => stopWithin(0);
  scope.defer(stop);
  const died = new Promise<number>((resolve) => {
    void child.exited.then((code) => {
      if (stopping || scope.wasAsked()) return;
      console.error(`The server of Pulso ended by itself (code ${code}).`);
      // Then it has failed, whatever its code says.
      resolve(code || 1);
    });
  });
  const ended = Promise.race([scope.asked.then(() => 0), died]).finally(() => (over = true));
  const url = localUrl(host, port);
  while (!over && !(await isReady(url))) await sleep(LOOK_EVERY_MS);
  scope.proceed();
  if (over) throw new StartError('Pulso stopped before it was ready: the reason stands above.');
  return { url, ended, stop, kill };
}
