'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useLanguage } from '@/components/shell/use-language';
import { FILE_FIELDS, templateHeader, type FileField } from '@/lib/domain/service-file';

const FORMATS = {
  serviceId: 'required',
  phones: 'formatPhones',
  ip: 'formatIp',
  balance: 'formatBalance',
  cutDate: 'formatCutDate',
} as const satisfies Partial<Record<FileField, string>>;

/** What a file may hold, by the names of the reader's own template. */
export function FileColumns() {
  const t = useTranslations('directoryImport');
  const header = templateHeader(useLanguage());
  const formats: Partial<Record<FileField, (typeof FORMATS)[keyof typeof FORMATS]>> = FORMATS;
  return (
    <details className="group text-sm">
      <summary className="flex h-9 cursor-pointer list-none items-center gap-2 self-start rounded-sm font-medium text-brand-ink [&::-webkit-details-marker]:hidden">
        <ChevronDown className="size-4 transition-transform group-open:rotate-180" aria-hidden />
        {t('columns')}
      </summary>
      <p className="mt-1 text-pretty text-ink-muted">{t('columnsHint')}</p>
      <ul className="mt-3 grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-2">
        {FILE_FIELDS.map((field, index) => {
          const format = formats[field];
          return (
            <li key={field} className="flex flex-wrap items-baseline gap-x-2">
              <span>{header[index]}</span>
              {format && <span className="text-ink-muted">{t(format)}</span>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
