import { expect, it } from 'vitest';
import { defaultSettings } from './domain/settings';
import { settingsCache } from './settings-cache';

const own = { ...defaultSettings, stableFrom: 0.95 };

it('the settings are the defaults until they are read, and those last read when they cannot be', async () => {
  const answers = [own];
  const cache = settingsCache(async () => {
    const next = answers.shift();
    if (next === undefined) throw new Error('the database is away');
    return next;
  });
  expect(cache.read()).toEqual(defaultSettings);
  await cache.refresh();
  expect(cache.read()).toEqual(own);
  await expect(cache.refresh()).rejects.toThrow('away');
  expect(cache.read()).toEqual(own);
});
