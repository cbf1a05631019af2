'use client';

import { Info } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Hint } from '@/components/ui/hint';
import type { PingDetails } from '@/lib/domain/ping-details';
import { remarksOf, type Remark, type RemarkSettings } from '@/lib/domain/remark';

function RemarkChip({ remark }: { remark: Remark }) {
  const t = useTranslations('remarks');
  const tTechnology = useTranslations('technology');
  const format = useFormatter();
  const number = (value: number | null) => format.number(value ?? 0, { maximumFractionDigits: 0 });
  const values = {
    value: number(remark.value),
    threshold: number(remark.threshold),
    address: remark.address ?? '',
    technology: remark.technology === null ? '' : tTechnology(remark.technology),
  };
  const label = t(`${remark.code}.label`, values);
  return (
    <Hint
      name={label}
      data-remark={remark.code}
      className="inline-flex h-7 items-center gap-1 rounded-full border border-line bg-surface px-3 text-xs font-medium hover:bg-sunken"
      content={
        <>
          <p>{t(`${remark.code}.rule`, values)}</p>
          <p className="mt-2 text-xs text-ink-muted">{t(`${remark.code}.source`)}</p>
        </>
      }
    >
      {label}
      <Info className="size-4 text-ink-muted" aria-hidden />
    </Hint>
  );
}

/** What to know beside the verdict, each with its rule and its source; never instead of it. */
export function PingRemarks({ ping, settings }: { ping: PingDetails; settings: RemarkSettings }) {
  const remarks = remarksOf(ping, settings);
  if (remarks.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2">
      {remarks.map((remark) => (
        <li key={remark.code}>
          <RemarkChip remark={remark} />
        </li>
      ))}
    </ul>
  );
}
