import { expect, it } from 'vitest';
import { expectsSilence } from './expects-silence';
import { packetsOf, testPing } from './test-ping';

const ping = (status: string | null, packets: ReturnType<typeof packetsOf> | null = null) => ({
  packets,
  frozen: { ...testPing().frozen, status },
});

it('a line is expected to answer unless something says that it will not', () => {
  expect(expectsSilence(ping('Activo'))).toBe(false);
  expect(expectsSilence(ping(null))).toBe(false);
  expect(expectsSilence(ping('Suspendido'))).toBe(true);
  expect(expectsSilence(ping('Cancelado'))).toBe(true);
});

it('what came back in earlier rounds counts more than the account', () => {
  expect(expectsSilence(ping('Activo', packetsOf(4, 0)))).toBe(true);
  expect(expectsSilence(ping('Suspendido', packetsOf(4, 1)))).toBe(false);
  expect(expectsSilence(ping('Suspendido', []))).toBe(true);
});
