'use client';

import { ListFilter } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';
import type { HistorySummary } from '@/lib/domain/history-summary';
import { badOf, measuredOf } from '@/lib/domain/outcome-share';
import { BAD, OUTCOME_FILLS } from '../outcome-style';
import { ChartPanel } from './chart-panel';
import { OutcomeLegend } from './outcome-legend';
import { useOutcomeNumbers } from './use-outcome-numbers';

type WorstServicesProps = {
  services: HistorySummary['worst_services'];
  /** Lines that work without answering ping and therefore are not listed. */
  leftOut: number;
  /** Pings of the whole filter that have a verdict. */
  measured: number;
  chosen: number | null;
  onChoose: (serviceId: number) => void;
};

/** Who suffered most: a bar of bad results each, the way to the customer, and to just their pings. */
export function WorstServices({ services, leftOut, measured, chosen, onChoose }: WorstServicesProps) {
  const t = useTranslations('historyChart');
  const tService = useTranslations('service');
  const numbers = useOutcomeNumbers();
  const most = Math.max(...services.map(({ counts }) => badOf(counts)), 1);
  const named = services.map((service) => ({
    ...service,
    name: service.name ?? tService('noName', { id: service.service_id }),
  }));
  const rows = named.map(({ name, service_id, counts }) => ({ name: `${name} (${service_id})`, counts }));
  return (
    <ChartPanel name="worst" title={t('worst')} hint={t('worstHint')} numbers={numbers(t('customer'), rows)}>
      {named.length === 0 && leftOut === 0 && (
        <p className="text-sm text-ink-muted">{t(measured > 0 ? 'noWorst' : 'nothing')}</p>
      )}
      <ol className="flex flex-col">
        {named.map(({ service_id: id, name, counts }, index) => (
          <li key={id} className="flex items-center gap-2">
            <span className="w-5 shrink-0 text-right text-xs text-ink-muted tabular-nums">{index + 1}</span>
            <span className="min-w-0 flex-1 py-1">
              <span className="flex items-baseline gap-2">
                <Link
                  href={`/services/${id}`}
                  prefetch={false}
                  className="min-w-0 truncate rounded-sm font-medium underline-offset-4 hover:underline"
                >
                  {name}
                </Link>
                <span className="ml-auto shrink-0 text-xs text-ink-muted tabular-nums">
                  {t('ofMeasured', { bad: badOf(counts), count: measuredOf(counts) })}
                </span>
              </span>
              <span aria-hidden className="mt-1 flex h-1.5 overflow-hidden rounded-full bg-sunken">
                {BAD.map((outcome) => (
                  <span
                    key={outcome}
                    className={OUTCOME_FILLS[outcome]}
                    style={{ width: `${(counts[outcome] / most) * 100}%` }}
                  />
                ))}
              </span>
            </span>
            <Tooltip label={t('onlyThis')}>
              <Button
                variant="quiet"
                size="icon"
                aria-pressed={id === chosen}
                aria-label={`${t('onlyThis')}: ${name}`}
                onClick={() => onChoose(id)}
                className="size-8 aria-pressed:bg-brand-soft aria-pressed:text-brand-ink"
              >
                <ListFilter className="size-4" aria-hidden />
              </Button>
            </Tooltip>
          </li>
        ))}
      </ol>
      <div className="mt-auto flex flex-col gap-2">
        {leftOut > 0 && <p className="text-xs text-ink-muted">{t('quietLeftOut', { count: leftOut })}</p>}
        <OutcomeLegend outcomes={BAD} />
      </div>
    </ChartPanel>
  );
}
