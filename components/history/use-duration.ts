'use client';

import { useFormatter, useTranslations } from 'next-intl';

/** Milliseconds as a person reads them: "840 ms", "7,4 s", "3 min". */
export function useDuration(): (ms: number) => string {
  const t = useTranslations('history');
  const format = useFormatter();
  return (ms) => {
    if (ms < 1000) return t('ms', { count: format.number(Math.round(ms)) });
    if (ms < 60_000) {
      const digits = ms < 10_000 ? 1 : 0;
      return t('seconds', { count: format.number(ms / 1000, { maximumFractionDigits: digits }) });
    }
    return t('minutes', { count: format.number(ms / 60_000, { maximumFractionDigits: 1 }) });
  };
}
