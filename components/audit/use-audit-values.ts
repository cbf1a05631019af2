'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { REMARK_WORDS } from '@/components/history/filter-words';
import { DOWN_WORDS, VOICES } from '@/components/settings/setting-texts';
import { LANGUAGES } from '@/components/shell/language-choices';
import { THEME_WORDS } from '@/components/shell/theme-words';
import { SCOPE_WORDS } from '@/components/tokens/scope-words';
import { AUDIT_ACTIONS, AUDIT_OUTCOMES } from '@/lib/domain/audit';
import { FACES } from '@/lib/domain/face';
import { SORTS } from '@/lib/domain/history-filter';
import { ROLES } from '@/lib/domain/role';
import { defaultSettings, type Settings } from '@/lib/domain/settings';
import { SSO_REFUSALS } from '@/lib/domain/sso';
import { MOMENT } from '@/lib/i18n/moments';
import { auditChoicesQuery } from '@/lib/queries/audit';
import { PERIODS } from './period-fields';

/** What an entry may say of its change, beside the settings. */
export const AUDIT_FIELDS = [
  'role',
  'email',
  'name',
  'locale',
  'theme',
  'timeZone',
  'scopes',
  'expires_at',
  'note',
  'author',
  'quiet',
  'wrong',
  'rows',
  'taken',
  'format',
  'period',
  'believes_short_list',
  'zone',
  'router',
  'sector',
  'outcomes',
  'remark',
  'agent',
  'source',
  'serviceId',
  'q',
  'last',
  'sort',
  'from',
  'to',
  'sessions',
  'disabled',
  'second_step',
  'recovery_codes',
  'sso',
  'reason',
  'who',
  'action',
  'outcome',
  'target',
] as const;

/** Why somebody was not let in, and by what somebody was: the rest of the words that no page has for itself. */
export const AUDIT_VALUES = [
  'password',
  'disabled',
  'too_many_guesses',
  'code_wrong',
  'code_unreadable',
  'code',
  'recovery_code',
  ...SSO_REFUSALS.map((refusal) => `sso_${refusal}` as const),
] as const;

const SETTINGS = Object.keys(defaultSettings) as (keyof Settings)[];
const ISO = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const SOURCES = ['desk', 'api'] as const;
const NOBODIES = ['system', 'anonymous'] as const;
const FORMATS: Partial<Record<string, string>> = { csv: 'CSV', jsonl: 'JSON Lines' };

/** The name of a field as the pages call it; a field that no page knows keeps its own. */
export function useAuditFieldName(): (field: string) => string {
  const t = useTranslations('auditField');
  const tSettings = useTranslations('settings');
  return (field) => {
    const known = AUDIT_FIELDS.find((name) => name === field);
    if (known !== undefined) return t(known);
    const setting = SETTINGS.find((name) => name === field);
    return setting === undefined ? field : tSettings(setting);
  };
}

/** One of a list of words by its name; undefined where it is not in the list, such as a word of an older version. */
const known = <Word extends string>(words: readonly Word[], value: string): Word | undefined =>
  words.find((word) => word === value);

const keyOf = <Words extends object>(words: Words, value: string): keyof Words | undefined =>
  Object.hasOwn(words, value) ? (value as keyof Words) : undefined;

type Say = (value: string) => string | undefined;

/** For the fields whose values are words of the code: how each is said. Undefined where it is not said otherwise. */
function useWordsOfFields(): Partial<Record<string, Say>> {
  const t = useTranslations('audit');
  const tAction = useTranslations('auditAction');
  const tValue = useTranslations('auditValue');
  const tRole = useTranslations('role');
  const tFace = useTranslations('face');
  const tHeader = useTranslations('header');
  const tSettings = useTranslations('settings');
  const tTokens = useTranslations('tokens');
  const tFilter = useTranslations('historyFilter');
  const tList = useTranslations('historyList');
  const { data: choices } = useQuery(auditChoicesQuery());
  const said = <Word>(word: Word | undefined, say: (word: Word) => string) =>
    word === undefined ? undefined : say(word);
  const nameOf: Say = (id) => choices?.who.find((one) => one.id === id)?.name;
  const reason: Say = (value) => said(known(AUDIT_VALUES, value), (word) => tValue(word));
  return {
    reason,
    second_step: reason,
    role: (value) => said(known(ROLES, value), (role) => tRole(role)),
    period: (value) => said(PERIODS.find(([name]) => name === value)?.[1], (word) => t(word)),
    format: (value) => FORMATS[value],
    locale: (value) => LANGUAGES.find((language) => language.value === value)?.label,
    theme: (value) => said(keyOf(THEME_WORDS, value), (theme) => tHeader(THEME_WORDS[theme])),
    scopes: (value) => said(keyOf(SCOPE_WORDS, value), (scope) => tTokens(SCOPE_WORDS[scope])),
    outcomes: (value) => said(known(FACES, value), (face) => tFace(face)),
    remark: (value) => said(keyOf(REMARK_WORDS, value), (code) => tFilter(REMARK_WORDS[code])),
    source: (value) => said(known(SOURCES, value), (word) => tList(word)),
    sort: (value) => said(known(SORTS, value), (word) => tList(word)),
    agent: nameOf,
    who: (value) => said(known(NOBODIES, value), (word) => t(word)) ?? nameOf(value),
    action: (value) => said(known(AUDIT_ACTIONS, value), (action) => tAction(action)),
    outcome: (value) => said(known(AUDIT_OUTCOMES, value), (word) => t(word)),
    customerVoice: (value) => said(keyOf(VOICES, value), (voice) => tSettings(VOICES[voice])),
    whileDown: (value) => said(keyOf(DOWN_WORDS, value), (word) => tSettings(DOWN_WORDS[word])),
  };
}

/** A value as the pages say it: no word of the code where there is one for people. */
export function useAuditValue(): (field: string, value: unknown) => string {
  const t = useTranslations('audit');
  const format = useFormatter();
  const words = useWordsOfFields();
  const say = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('nothing');
    if (typeof value === 'boolean') return value ? t('yes') : t('no');
    if (typeof value === 'number') return format.number(value, { maximumFractionDigits: 3 });
    if (Array.isArray(value)) return format.list(value.map((one) => say(field, one))) || t('nothing');
    if (typeof value !== 'string') return JSON.stringify(value);
    const word = words[field]?.(value);
    if (word !== undefined) return word;
    return ISO.test(value) ? format.dateTime(new Date(value), MOMENT) : value;
  };
  return say;
}
