import { afterEach, describe, expect, test, vi } from 'vitest';
import { StartError } from '@/lib/start-error';
import { withinScope, withScope } from './shutdown';

afterEach(() => {
  vi.restoreAllMocks();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
});

describe('withScope', () => {
  test('what was started last ends first, also when the run throws', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const ended: string[] = [];
    const code = await withScope((scope) => {
      scope.defer(() => void ended.push('database'));
      scope.defer(() => void ended.push('server'));
      throw new StartError('Port 3000 is in use.');
    });
    expect(code).toBe(1);
    expect(ended).toEqual(['server', 'database']);
    expect(said.mock.calls).toEqual([['Port 3000 is in use.']]);
  });

  test('a cleanup that fails does not keep the others from running, and shows in the exit code', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const ended: string[] = [];
    const code = await withScope(async (scope) => {
      scope.defer(() => void ended.push('database'));
      scope.defer(() => Promise.reject(new Error('stuck')));
      return 0;
    });
    expect(code).toBe(1);
    expect(ended).toEqual(['database']);
  });

  test('a signal during the start stops before the next step, ends what was started and exits with 0', async () => {
    const ended: string[] = [];
    const code = await withScope(async (scope) => {
      scope.defer(() => void ended.push('database'));
      process.kill(process.pid, 'SIGTERM');
      await scope.asked;
      scope.proceed();
      return 7;
    });
    expect(code).toBe(0);
    expect(ended).toEqual(['database']);
  });
});

describe('a scope inside another', () => {
  test('ends what it started before the other goes on, also when it throws', async () => {
    const ended: string[] = [];
    const code = await withScope(async (scope) => {
      scope.defer(() => void ended.push('outer'));
      await withinScope(scope, async (inner) => {
        inner.defer(() => void ended.push('inner'));
        throw new Error('stuck');
      }).catch(() => ended.push('caught'));
      return 0;
    });
    expect(code).toBe(0);
    expect(ended).toEqual(['inner', 'caught', 'outer']);
  });
});
