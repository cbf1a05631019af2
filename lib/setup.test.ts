import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { setupToken, users } from './db/schema';
import { noOrigin } from './domain/audit';
import { setUp } from './operations/set-up';
import { testSystem, type TestSystem } from './operations/test-system';
import { announceSetup, isSetupOpen } from './setup';

let test: TestSystem;

vi.hoisted(() => {
  process.env.WISPHUB_API = 'net';
  process.env.WISPHUB_URL = 'http://127.0.0.1:1';
  process.env.WISPHUB_TOKEN = 'a-key-of-this-test-alone';
  process.env.NEXTAUTH_SECRET = 'the secret of this test, long enough';
  process.env.NEXTAUTH_URL = 'https://pulso.test';
  process.env.LOG_LEVEL = 'silent';
});
vi.mock('./compose', () => ({
  database: () => test.store.db,
  clock: () => ({ now: test.system.now }),
}));

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(async () => {
  await test.reset();
  // What one process knows for ever, the next test has yet to find out.
  Reflect.deleteProperty(globalThis, Symbol.for('pulso.setup'));
});
afterAll(() => test.close());

/** What one start prints. */
async function start(): Promise<string> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await announceSetup();
    return write.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    write.mockRestore();
  }
}

const printedToken = (printed: string) =>
  /https:\/\/pulso\.test\/setup#([\w-]{43})\n/.exec(printed)?.[1] ?? '';
const first = { name: 'Eva Ríos', email: 'eva@example.com', password: 'la vaca come pasto' };
const make = (token: string) => setUp({ ...test.system, actor: null, origin: noOrigin }, { ...first, token });

describe('a start where nobody has an account', () => {
  beforeEach(async () => {
    await test.store.db.delete(users);
  });

  it('prints the link of the first run, which makes the first administrator', async () => {
    expect(await isSetupOpen()).toBe(true);
    await make(printedToken(await start()));
    expect(await isSetupOpen()).toBe(false);
  });

  it('takes the link of the start before out of use', async () => {
    const [before, after] = [printedToken(await start()), printedToken(await start())];
    await expect(make(before)).rejects.toMatchObject({ code: 'link_invalid' });
    await make(after);
  });
});

describe('a start where somebody has an account', () => {
  it('prints nothing and keeps no token', async () => {
    expect(await start()).toBe('');
    expect(await isSetupOpen()).toBe(false);
    expect(await test.store.db.$count(setupToken)).toBe(0);
  });

  it('is the end of the first run for good, whatever becomes of the accounts', async () => {
    expect(await isSetupOpen()).toBe(false);
    await test.store.db.delete(users);
    expect(await isSetupOpen()).toBe(false);
  });
});
