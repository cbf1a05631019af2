'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import type { HistorySummary } from '@/lib/domain/history-summary';
import { sumOf } from '@/lib/domain/outcome-share';
import { OUTCOME_FILLS, WORST_FIRST } from '../outcome-style';
import { ChartPanel } from './chart-panel';
import { OutcomeLegend } from './outcome-legend';
import { useCountsText, useOutcomeNumbers } from './use-outcome-numbers';

const FIRST = 8;

type AgentBarsProps = {
  agents: HistorySummary['agents'];
  chosen: string | null;
  onChoose: (id: string) => void;
};

/** How much each person or program measured, and what was found. */
export function AgentBars({ agents, chosen, onChoose }: AgentBarsProps) {
  const t = useTranslations('historyChart');
  const format = useFormatter();
  const countsText = useCountsText();
  const numbers = useOutcomeNumbers();
  const [all, setAll] = useState(false);
  const most = Math.max(...agents.map(({ counts }) => sumOf(counts)), 1);
  const shown = all ? agents : agents.slice(0, FIRST);
  return (
    <ChartPanel name="agents" title={t('agents')} hint={t('agentsHint')} numbers={numbers(t('who'), agents)}>
      {agents.length === 0 && <p className="text-sm text-ink-muted">{t('nothing')}</p>}
      <div className="flex flex-col gap-1">
        {shown.map(({ id, name, counts }) => (
          <button
            key={id}
            type="button"
            aria-pressed={id === chosen}
            aria-label={`${name}: ${countsText(counts)}`}
            title={countsText(counts)}
            onClick={() => onChoose(id)}
            className="-mx-2 flex flex-col gap-1 rounded-sm px-2 py-1 text-left hover:bg-sunken aria-pressed:bg-brand-soft"
          >
            <span className="flex items-baseline gap-2 text-sm">
              <span className={classNames('min-w-0 flex-1 truncate', id === chosen && 'font-medium')}>
                {name}
              </span>
              <span className="font-medium tabular-nums">{format.number(sumOf(counts))}</span>
            </span>
            <span className="flex h-2 overflow-hidden rounded-full bg-sunken">
              {WORST_FIRST.map((outcome) => (
                <span
                  key={outcome}
                  className={OUTCOME_FILLS[outcome]}
                  style={{ width: `${(counts[outcome] / most) * 100}%` }}
                />
              ))}
            </span>
          </button>
        ))}
      </div>
      {agents.length > FIRST && (
        <Button variant="quiet" size="sm" onClick={() => setAll(!all)} className="self-start">
          {all ? t('fewer') : t('more', { count: agents.length - FIRST })}
        </Button>
      )}
      <div className="mt-auto">
        <OutcomeLegend outcomes={['no_internet', 'intermittent', 'failed', 'stable']} />
      </div>
    </ChartPanel>
  );
}
