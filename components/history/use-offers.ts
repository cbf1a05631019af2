'use client';

import { useTranslations } from 'next-intl';
import { OUTCOMES, type HistoryFilter } from '@/lib/domain/history-filter';
import type { HistoryChoices } from '@/lib/domain/history-summary';
import { REMARK_CODES } from '@/lib/domain/remark-code';
import { serviceIdSchema } from '@/lib/domain/service';
import type { Choice } from './choice-list';
import { REMARK_WORDS, SOURCE_WORDS } from './filter-words';

/** One condition that could be set, under the heading of its kind. */
export type Offer = Choice & { next: HistoryFilter };
export type OfferKind = { kind: string; title: string; offers: Offer[] };

/** Every condition that the choices know, by kind: what a search over all of them looks through. */
export function useOffers(filter: HistoryFilter, choices: HistoryChoices | undefined): OfferKind[] {
  const t = useTranslations('historyFilter');
  const tFace = useTranslations('face');
  const ofNames = (
    kind: 'zone' | 'router' | 'sector',
    title: string,
    names: readonly string[],
  ): OfferKind => ({
    kind,
    title,
    offers: names.map((name) => ({
      value: `${kind} ${name}`,
      label: name,
      next: { ...filter, [kind]: name },
    })),
  });
  return [
    ofNames('zone', t('zone'), choices?.zones ?? []),
    ofNames('router', t('router'), choices?.routers ?? []),
    ofNames('sector', t('sector'), choices?.sectors ?? []),
    {
      kind: 'agent',
      title: t('agent'),
      offers: (choices?.agents ?? []).map(({ id, name }) => ({
        value: `agent ${id}`,
        label: name,
        next: { ...filter, agent: id },
      })),
    },
    {
      kind: 'outcomes',
      title: t('outcome'),
      offers: OUTCOMES.map((outcome) => ({
        value: `outcome ${outcome}`,
        label: tFace(outcome),
        next: { ...filter, outcomes: [...new Set([...filter.outcomes, outcome])] },
      })),
    },
    {
      kind: 'remark',
      title: t('remark'),
      offers: REMARK_CODES.map((remark) => ({
        value: `remark ${remark}`,
        label: t(REMARK_WORDS[remark]),
        next: { ...filter, remark },
      })),
    },
    {
      kind: 'source',
      title: t('source'),
      offers: (['desk', 'api'] as const).map((source) => ({
        value: `source ${source}`,
        label: t(SOURCE_WORDS[source]),
        next: { ...filter, source },
      })),
    },
    {
      kind: 'last',
      title: t('last'),
      offers: [{ value: 'last', label: t('lastOnly'), next: { ...filter, last: true } }],
    },
  ];
}

/** What a typed text can stand for by itself: the id of a service, and words to look for. */
export function useTypedOffers(filter: HistoryFilter, typed: string): Offer[] {
  const t = useTranslations('historyFilter');
  const text = typed.trim();
  const id = serviceIdSchema.safeParse(/^\d+$/.test(text) ? Number(text) : NaN);
  const offers: Offer[] = [];
  if (id.success) {
    const label = t('ofService', { id: String(id.data) });
    offers.push({ value: 'typed service', label, next: { ...filter, serviceId: id.data } });
  }
  if (text !== '') {
    offers.push({
      value: 'typed text',
      label: t('withText', { text }),
      next: { ...filter, q: text.slice(0, 200) },
    });
  }
  return offers;
}
