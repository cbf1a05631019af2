import { expect, test } from '../fixtures';
import { withOwnServer } from '../own-server';

test('the gallery is served by no instance that was not told to', async ({ request }) => {
  await withOwnServer({}, async ({ url }) => {
    expect((await request.get(`${url}/sign-in`)).status()).toBe(200);
    expect((await request.get(`${url}/gallery`)).status()).toBe(404);
  });
});
