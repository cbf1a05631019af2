'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleAlert, Info } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Suspense, useEffect, useRef } from 'react';
import { usePracticeWord } from '@/components/practice/use-practice';
import type { Account } from '@/components/shell/account-menu';
import { AppHeader } from '@/components/shell/app-header';
import { useIsPrinting } from '@/components/shell/use-is-printing';
import { Notice } from '@/components/ui/notice';
import { historyChoicesQuery } from '@/lib/queries/history';
import { FilterBar } from './filter-bar';
import { useFilterWords } from './filter-words';
import { HistoryNumbers } from './history-numbers';
import { HistoryToolbar } from './history-toolbar';
import { PingsSection } from './pings-section';
import { PrintTable, PrintTitle } from './print-report';
import { useHistory } from './use-history';
import { useHistoryFilter } from './use-history-filter';

/** What of the history this person may see. */
export type HistoryRights = { isTodayOnly: boolean; mayExport: boolean };

/** The tab names what is looked at, and so does a file that the page is printed to. */
function usePageTitle(sentence: string): void {
  const t = useTranslations('history');
  const tApp = useTranslations('app');
  const practice = usePracticeWord();
  const title = [practice, sentence, t('title'), tApp('name')].filter(Boolean).join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function History({ rights }: { rights: HistoryRights }) {
  const t = useTranslations('history');
  const bar = useRef<HTMLDivElement>(null);
  const { isTodayOnly, mayExport } = rights;
  const { filter, isUnderstood, onFilter } = useHistoryFilter(isTodayOnly);
  const { data: choices } = useQuery(historyChoicesQuery());
  const history = useHistory(filter);
  const sentence = useFilterWords(choices).sentence(filter);
  usePageTitle(sentence);
  const isPrinting = useIsPrinting();
  const { data: summary, isPlaceholderData: isOld } = history.totals;
  const total = isOld ? null : (summary?.total ?? null);
  const asked = { filter, choices, isTodayOnly, onFilter };
  const leave = () => {
    window.scrollTo({ top: 0 });
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    // Of a phone's button and the words of a wide screen only one is there to be seen.
    buttons.find((button) => button.offsetParent !== null)?.focus({ preventScroll: true });
  };
  return (
    <main
      id="content"
      className="mx-auto flex w-full max-w-screen-2xl flex-1 flex-col gap-4 px-4 py-6 sm:px-6"
    >
      <HistoryToolbar {...asked} history={history} mayExport={mayExport} total={total} />
      {isPrinting && <PrintTitle sentence={sentence} filter={filter} readAt={history.readAt} />}
      <div ref={bar}>
        <FilterBar {...asked} />
      </div>
      {isTodayOnly && (
        <Notice tone="info" icon={Info}>
          {t('todayOnly')}
        </Notice>
      )}
      {!isUnderstood && (
        <Notice tone="warn" icon={CircleAlert} role="status">
          {t('notUnderstood')}
        </Notice>
      )}
      <HistoryNumbers filter={filter} totals={history.totals} onFilter={onFilter} />
      <PingsSection {...asked} history={history} onLeave={leave} />
      {isPrinting && <PrintTable pings={history.pings} total={total} />}
    </main>
  );
}

/** What was measured, by whom and with what outcome: the question as a sentence, the numbers, the pictures, the pings. */
export function HistoryScreen({ account, rights }: { account: Account; rights: HistoryRights }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <AppHeader account={account} keys="history" />
      {/* Begins to listen after the header, in a task of its own. */}
      <Suspense>
        <History rights={rights} />
      </Suspense>
    </div>
  );
}
