'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { HistoryFilter, Period } from '@/lib/domain/history-filter';
import type { HistoryChoices } from '@/lib/domain/history-summary';
import type { RemarkCode } from '@/lib/domain/remark-code';
import { CONDITIONS, isSet, type Condition } from './filter-change';

export const PERIOD_WORDS = {
  shift: 'shift',
  today: 'today',
  yesterday: 'yesterday',
  '7d': 'days7',
  '30d': 'days30',
  '90d': 'days90',
  all: 'allTime',
} as const satisfies Record<Period, string>;

export const REMARK_WORDS = {
  slow: 'remarkSlow',
  jittery: 'remarkJittery',
  link_only: 'remarkLinkOnly',
  path_alive: 'remarkPathAlive',
  ttl_varies: 'remarkTtlVaries',
  duplicates: 'remarkDuplicates',
} as const satisfies Record<RemarkCode, string>;

export const SOURCE_WORDS = { desk: 'fromDesk', api: 'fromApi' } as const;

/** A calendar day as the moment that a formatter set to UTC shows as that day. */
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);

const DAY = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;

/** The days of a filter's period in words, such as "ayer" or "18–21 nov". */
export function usePeriodWords(): (filter: Pick<HistoryFilter, 'period' | 'from' | 'to'>) => string {
  const t = useTranslations('historyFilter');
  const format = useFormatter();
  return ({ period, from, to }) => {
    if (from !== null && to !== null) {
      if (from === to) return format.dateTime(noonOf(from), { weekday: 'short', ...DAY });
      return format.dateTimeRange(noonOf(from), noonOf(to), DAY);
    }
    if (from !== null) return t('since', { day: format.dateTime(noonOf(from), DAY) });
    if (to !== null) return t('until', { day: format.dateTime(noonOf(to), DAY) });
    return t(PERIOD_WORDS[period]);
  };
}

export type FilterWords = {
  /** One condition that is set, in the words of the sentence. */
  word: (filter: HistoryFilter, condition: Condition) => string;
  /** The whole filter: "Ayer · Zona Norte · no responde". */
  sentence: (filter: HistoryFilter) => string;
};

/** The words of each condition. Names of people come from the choices, which may not have been read yet. */
export function useFilterWords(choices: HistoryChoices | undefined): FilterWords {
  const t = useTranslations('historyFilter');
  const tFace = useTranslations('face');
  const locale = useLocale();
  const format = useFormatter();
  const period = usePeriodWords();
  const word: FilterWords['word'] = (filter, condition) => {
    if (condition === 'period') return period(filter);
    if (condition === 'outcomes')
      return format.list(
        filter.outcomes.map((outcome) => tFace(outcome).toLocaleLowerCase(locale)),
        { type: 'disjunction' },
      );
    if (condition === 'router') return t('ofRouter', { name: filter.router ?? '' });
    if (condition === 'sector') return t('ofSector', { name: filter.sector ?? '' });
    if (condition === 'serviceId') return t('ofService', { id: String(filter.serviceId) });
    if (condition === 'remark') return filter.remark === null ? '' : t(REMARK_WORDS[filter.remark]);
    if (condition === 'agent') {
      const person = choices?.agents.find(({ id }) => id === filter.agent);
      return t('byAgent', { name: person?.name ?? '…' });
    }
    if (condition === 'source') return filter.source === null ? '' : t(SOURCE_WORDS[filter.source]);
    if (condition === 'q') return t('withText', { text: filter.q });
    if (condition === 'last') return t('lastOnly');
    return filter.zone ?? '';
  };
  const sentence: FilterWords['sentence'] = (filter) => {
    const set = CONDITIONS.filter((condition) => condition === 'period' || isSet(filter, condition));
    return set.map((condition) => word(filter, condition)).join(' · ');
  };
  return { word, sentence };
}

/** How many conditions are set, the default period not counted. */
export const countOfConditions = (filter: HistoryFilter): number =>
  CONDITIONS.filter((condition) => isSet(filter, condition)).length;
