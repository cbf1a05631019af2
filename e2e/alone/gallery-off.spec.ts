import { randomBytes } from 'node:crypto';
import { freePort } from '@/lib/db/free-port';
import { startNext } from '@/scripts/run-next';
import { environment } from '../environment';
import { expect, test } from '../fixtures';

type Cleanup = () => Promise<void> | void;

test('the gallery is served by no instance that was not told to', async ({ request }) => {
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
    const { url } = await startNext(scope, {
      mode: 'start',
      host: '127.0.0.1',
      port,
      variables: {
        DATABASE_URL,
        WISPHUB_API: 'net',
        WISPHUB_URL: SIMULATOR_URL,
        WISPHUB_TOKEN: SIMULATOR_KEY,
        NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
        NEXTAUTH_URL: `http://127.0.0.1:${port}`,
        RUNNER: 'off',
        GALLERY: '',
      },
    });
    expect((await request.get(`${url}/sign-in`)).status()).toBe(200);
    expect((await request.get(`${url}/gallery`)).status()).toBe(404);
  } finally {
    await Promise.all(cleanups.map((cleanup) => cleanup()));
  }
});
