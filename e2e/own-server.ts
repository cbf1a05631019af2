import { randomBytes } from 'node:crypto';
import { freePort } from '@/lib/db/free-port';
import { startNext } from '@/scripts/run-next';
import { environment } from './environment';

type Cleanup = () => Promise<void> | void;

export type OwnServer = {
  url: string;
  /** Ends it at once, as a loss of power does. */
  kill(): Promise<void>;
  /** Ends it as a restart does, which gives it time for what it has begun. */
  stop(): Promise<void>;
  /** Starts it again at the same address, with the same variables. */
  startAgain(): Promise<void>;
};

/**
 * Another instance of the built product on the database of the stories, with variables of its own, for as long as
 * `work` lasts. It does no work in the background. `folder` holds another build than the one that is here.
 */
export async function withOwnServer<T>(
  variables: Record<string, string>,
  work: (server: OwnServer) => Promise<T>,
  folder?: string,
): Promise<T> {
  const { DATABASE_URL, SIMULATOR_URL, SIMULATOR_KEY } = environment();
  const cleanups: Cleanup[] = [];
  const scope = {
    asked: new Promise<void>(() => {}),
    wasAsked: () => false,
    defer: (cleanup: Cleanup) => void cleanups.push(cleanup),
    proceed: () => {},
  };
  const port = await freePort();
  try {
    const options: Parameters<typeof startNext>[1] = {
      mode: 'start',
      host: '127.0.0.1',
      port,
      folder,
      variables: {
        DATABASE_URL,
        WISPHUB_API: 'net',
        WISPHUB_URL: SIMULATOR_URL,
        WISPHUB_TOKEN: SIMULATOR_KEY,
        NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
        NEXTAUTH_URL: `http://127.0.0.1:${port}`,
        RUNNER: 'off',
        GALLERY: '',
        ...variables,
      },
    };
    let server = await startNext(scope, options);
    return await work({
      url: server.url,
      kill: () => server.kill(),
      stop: () => server.stop(),
      async startAgain() {
        server = await startNext(scope, options);
      },
    });
  } finally {
    await Promise.all(cleanups.map((cleanup) => cleanup()));
  }
}
