import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function isOwn(
  served: string,
  origin: string | null,
  practice: Record<string, string> = {},
): Promise<boolean> {
  const needed = { WISPHUB_API: 'net', WISPHUB_URL: 'http://127.0.0.1:1', WISPHUB_TOKEN: 'x'.repeat(40) };
  const environment = { ...needed, NEXTAUTH_SECRET: 's'.repeat(40), NEXTAUTH_URL: served, ...practice };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  vi.resetModules();
  const { isOwnOrigin } = await import('./own-origin');
  return isOwnOrigin(origin);
}

describe('the origin of a request', () => {
  it.each([
    ['https://pulso.example.com', null],
    ['https://pulso.example.com', 'https://pulso.example.com'],
    ['https://pulso.example.com', 'https://pulso.example.com:443'],
    ['http://localhost:3000', 'http://127.0.0.1:3000'],
    ['http://127.0.0.1:3000', 'http://localhost:3000'],
    ['http://127.0.0.1:3000', 'http://[::1]:3000'],
  ])('served as %s, is our own when it is %s', async (served, origin) => {
    expect(await isOwn(served, origin)).toBe(true);
  });

  it.each([
    ['https://pulso.example.com', 'null'],
    ['https://pulso.example.com', ''],
    ['https://pulso.example.com', 'https://pulso.example.com.evil.example'],
    ['https://pulso.example.com', 'https://evil-pulso.example.com'],
    ['https://pulso.example.com', 'http://pulso.example.com'],
    ['https://pulso.example.com', 'https://pulso.example.com:8443'],
    ['https://pulso.example.com', 'http://localhost:3000'],
    ['http://localhost:3000', 'http://localhost:3001'],
    ['http://localhost:3000', 'https://localhost:3000'],
    ['http://localhost:3000', 'http://localhost.evil.example:3000'],
    ['http://192.168.1.5:3000', 'http://127.0.0.1:3000'],
    ['https://pulso.example.com', 'file://'],
  ])('served as %s, is foreign when it is %s', async (served, origin) => {
    expect(await isOwn(served, origin)).toBe(false);
  });

  it('in a practice room is each address that it was opened under, and no other', async () => {
    const room = {
      DEMO: 'on',
      PRACTICE_ORIGINS: 'http://192.168.1.5:3000,http://10.0.0.7:3000,http://localhost:3000',
    };
    const isOfRoom = (origin: string) => isOwn('http://192.168.1.5:3000', origin, room);
    expect(await isOfRoom('http://10.0.0.7:3000')).toBe(true);
    expect(await isOfRoom('http://localhost:3000')).toBe(true);
    expect(await isOfRoom('http://10.0.0.7:3001')).toBe(false);
    expect(await isOfRoom('http://10.0.0.8:3000')).toBe(false);
  });

  it('is not widened by the addresses of a practice room where there is no demo', async () => {
    const stray = { DEMO: 'off', PRACTICE_ORIGINS: 'http://10.0.0.7:3000' };
    expect(await isOwn('https://pulso.example.com', 'http://10.0.0.7:3000', stray)).toBe(false);
  });
});
