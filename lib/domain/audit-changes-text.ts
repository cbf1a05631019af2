import type { AuditChanges } from './audit';
import { realChanges } from './real-changes';

/** The words of the values of each field, where its values are words of the code. */
export type AuditFieldValues = Readonly<Partial<Record<string, Readonly<Record<string, string>>>>>;

export type ChangeWords = {
  /** The name of each field, settings included. */
  fields: Readonly<Record<string, string>>;
  values: AuditFieldValues;
  nothing: string;
  yes: string;
  no: string;
};

export type ChangeStyle = {
  words: ChangeWords;
  /** A moment as the clock of the operator shows it, from one in ISO 8601. */
  moment: (iso: string) => string;
  number: (value: number) => string;
  list: (items: readonly string[]) => string;
  /** What somebody is called; undefined for an id that is nobody's. */
  nameOf: (id: string) => string | undefined;
};

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
/** Their values are ids of people and tokens. */
const PEOPLE = ['agent', 'who'];

const wordOf = (words: Readonly<Record<string, string>> | undefined, name: string) =>
  words !== undefined && Object.hasOwn(words, name) ? words[name] : undefined;

function say(field: string, value: unknown, style: ChangeStyle): string {
  const { words } = style;
  if (value === null || value === undefined || value === '') return words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return style.number(value);
  if (Array.isArray(value)) return style.list(value.map((one) => say(field, one, style))) || words.nothing;
  if (typeof value !== 'string') return JSON.stringify(value);
  const word = wordOf(words.values[field], value);
  const name = PEOPLE.includes(field) ? style.nameOf(value) : undefined;
  return word ?? name ?? (MOMENT.test(value) ? style.moment(value) : value);
}

/** Field by field, what it was and what it is, as the page of the audit says it; null where nothing changed. */
export function changesText(changes: AuditChanges | null, style: ChangeStyle): string | null {
  const real = realChanges(changes ?? {});
  if (real.length === 0) return null;
  return real
    .map(([field, [before, after]]) => {
      const name = wordOf(style.words.fields, field) ?? field;
      const now = say(field, after, style);
      return `${name}: ${before === null ? now : `${say(field, before, style)} → ${now}`}`;
    })
    .join('; ');
}

const code = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value ?? null));

/** The same in the words of the code, which stay as they are in every language. */
export const changesCode = (changes: AuditChanges | null): string | null =>
  changes &&
  Object.entries(changes)
    .map(([field, [before, after]]) => `${field}: ${code(before)} → ${code(after)}`)
    .join('; ');
