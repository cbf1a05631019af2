import { defaultSettings, settingsSchema, type Settings } from '@/lib/domain/settings';

export type SettingName = keyof Settings;

/** The settings as they stand in the fields: text, right or wrong. */
export type Draft = Record<SettingName, string>;

const SETTING_NAMES = settingsSchema.keyof().options;

/** One value as the text of its field. `number` writes a number the way the reader does. */
export function textOf(value: Settings[SettingName], number: (value: number) => string): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'number') return number(value);
  return typeof value === 'string' ? value : value.join(', ');
}

export function draftOf(settings: Settings, number: (value: number) => string): Draft {
  const draft = SETTING_NAMES.map((name) => [name, textOf(settings[name], number)]);
  return Object.fromEntries(draft) as Draft;
}

/** A comma is a decimal sign only where decimals make sense: "1,000" ms must not be read as 1 ms. */
function numberOf(name: SettingName, text: string): number {
  const form = name === 'stableFrom' ? /^\d*[.,]?\d+$/ : /^\d+$/;
  return form.test(text) ? Number(text.replace(',', '.')) : NaN;
}

function valueOf(name: SettingName, text: string): unknown {
  const initial = defaultSettings[name];
  if (initial === null) return text.trim() === '' ? null : numberOf(name, text.trim());
  if (typeof initial === 'number') return numberOf(name, text.trim());
  if (typeof initial === 'string') return text.trim();
  if (typeof initial === 'boolean') return { on: true, off: false }[text];
  const words = text.split(/[,\n]/).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ''))];
}

type Reading = { settings: Settings; wrong: [] } | { settings: null; wrong: SettingName[] };

/** The settings that the fields say, or the names of the fields that say something else. */
export function readDraft(draft: Draft): Reading {
  const values = SETTING_NAMES.map((name) => [name, valueOf(name, draft[name])]);
  const parsed = settingsSchema.safeParse(Object.fromEntries(values));
  if (parsed.success) return { settings: parsed.data, wrong: [] };
  const places = new Set(parsed.error.issues.map((issue) => issue.path[0]));
  return { settings: null, wrong: SETTING_NAMES.filter((name) => places.has(name)) };
}
