import { expect, it, vi } from 'vitest';
import { late } from './late';

it('code that could not be fetched once is fetched the next time', async () => {
  const load = vi.fn().mockRejectedValueOnce(new Error('no connection')).mockResolvedValue('code');
  const part = late<string>(load);
  await expect(part.fetch()).rejects.toThrow('no connection');
  await part.fetch();
  const opened = vi.fn();
  part.ask(opened);
  expect(opened).toHaveBeenCalledOnce();
  expect(load).toHaveBeenCalledTimes(2);
});

it('what waits for code that does not come is not opened, and nothing is thrown', async () => {
  const part = late<string>(() => Promise.reject(new Error('no connection')));
  const opened = vi.fn();
  part.ask(opened);
  await expect(part.fetch()).rejects.toThrow();
  expect(opened).not.toHaveBeenCalled();
});
