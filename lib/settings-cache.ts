import { defaultSettings, type Settings } from './domain/settings';

/** The settings as last read, for code that cannot wait for the database. */
export function settingsCache(load: () => Promise<Settings>) {
  let current = defaultSettings;
  return {
    read: () => current,
    async refresh() {
      current = await load();
    },
  };
}
