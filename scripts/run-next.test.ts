import { expect, it } from 'vitest';
import { KEEP_ALIVE_MS } from './next-variables';
import { nextArguments } from './run-next';

const SERVER = { host: '127.0.0.1', port: 3000, variables: {} };

it('npm start keeps a connection for longer than a proxy, and npm run dev gets no flag that it does not know', () => {
  expect(nextArguments({ ...SERVER, mode: 'start' }).join(' ')).toContain(
    ` --keepAliveTimeout ${KEEP_ALIVE_MS}`,
  );
  expect(nextArguments({ ...SERVER, mode: 'dev' })).not.toContain('--keepAliveTimeout');
});
