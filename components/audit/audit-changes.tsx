'use client';

import { ArrowRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { AuditItem } from '@/lib/domain/audit-item';
import { roleSchema } from '@/lib/domain/role';
import { defaultSettings, type Settings } from '@/lib/domain/settings';
import { PERIODS } from './period-fields';

const FIELDS = [
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
] as const;

const SETTINGS = Object.keys(defaultSettings) as (keyof Settings)[];
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** The name of a field as the pages call it; a field that no page knows keeps its own. */
function useFieldName(): (field: string) => string {
  const t = useTranslations('auditField');
  const tSettings = useTranslations('settings');
  return (field) => {
    const known = FIELDS.find((name) => name === field);
    if (known !== undefined) return t(known);
    const setting = SETTINGS.find((name) => name === field);
    return setting === undefined ? field : tSettings(setting);
  };
}

function useValue(): (field: string, value: unknown) => string {
  const t = useTranslations('audit');
  const tRole = useTranslations('role');
  const format = useFormatter();
  const say = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('nothing');
    if (typeof value === 'boolean') return value ? t('yes') : t('no');
    if (typeof value === 'number') return format.number(value, { maximumFractionDigits: 3 });
    if (Array.isArray(value)) return value.map((one) => say(field, one)).join(', ') || t('nothing');
    if (typeof value !== 'string') return JSON.stringify(value);
    const period = field === 'period' ? PERIODS.find(([name]) => name === value)?.[1] : undefined;
    if (period !== undefined) return t(period);
    const role = field === 'role' ? roleSchema.safeParse(value).data : undefined;
    if (role !== undefined) return tRole(role);
    return MOMENT.test(value)
      ? format.dateTime(new Date(value), { dateStyle: 'medium', timeStyle: 'short' })
      : value;
  };
  return say;
}

/** Field by field, what it was and what it is; of what was not there before only what came. */
export function AuditChanges({ changes }: { changes: NonNullable<AuditItem['changes']> }) {
  const t = useTranslations('audit');
  const nameOf = useFieldName();
  const say = useValue();
  return (
    <dl aria-label={t('changes')} className="flex flex-col gap-1 text-sm">
      {Object.entries(changes).map(([field, [before, after]]) => (
        <div key={field} className="flex flex-wrap items-baseline gap-x-2">
          <dt className="text-ink-muted">{nameOf(field)}:</dt>
          <dd className="flex min-w-0 flex-wrap items-baseline gap-x-1.5">
            {before !== null && (
              <>
                <span className="sr-only">{t('before')}</span>
                <del className="wrap-anywhere text-ink-muted">{say(field, before)}</del>
                <ArrowRight className="size-3.5 shrink-0 self-center text-ink-muted" aria-hidden />
                <span className="sr-only">{t('after')}</span>
              </>
            )}
            <ins className="wrap-anywhere no-underline">{say(field, after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
