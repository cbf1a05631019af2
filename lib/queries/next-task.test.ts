import { expect, test, vi } from 'vitest';
import { nextTask } from './next-task';

test('what waits for the next task lets everything that is due happen first', async () => {
  const happened: string[] = [];
  setTimeout(() => happened.push('a timer'));
  void Promise.resolve().then(() => happened.push('a promise'));
  await nextTask();
  expect(happened).toEqual(['a promise', 'a timer']);
});

test('where the browser can yield it does, because a timer waits a second in a tab in the background', async () => {
  const asked = vi.fn(() => Promise.resolve());
  vi.stubGlobal('scheduler', { yield: asked });
  await nextTask();
  vi.unstubAllGlobals();
  expect(asked).toHaveBeenCalledOnce();
});
