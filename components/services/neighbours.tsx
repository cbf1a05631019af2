'use client';

import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FaceShape } from '@/components/pings/ping-face';
import { Age } from '@/components/shell/age';
import { Term } from '@/components/terms/term';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { neighboursQuery } from '@/lib/queries/services';

/** One silent neighbour is no outage. */
const FEWEST = 3;

/** How others on the same sector fare, from tests that were made anyway. */
export function Neighbours({
  serviceId,
  onOpen,
}: {
  serviceId: number;
  onOpen: (serviceId: number) => void;
}) {
  const t = useTranslations('neighbours');
  const tService = useTranslations('service');
  const tProblem = useTranslations('problem');
  const { data, isPending, isError } = useQuery(neighboursQuery(serviceId));
  const bad = data?.items.filter((item) => item.verdict === 'no_internet').length ?? 0;
  const total = data?.items.length ?? 0;
  const window = data && (
    <span className="text-xs text-ink-muted">
      <Term name="neighbours">{t('window', { minutes: data.window_minutes })}</Term>
    </span>
  );
  return (
    <Panel title={t('title')} aside={window}>
      {isPending && <Skeleton className="h-12 w-full" />}
      {isError && data === undefined && <p className="text-sm text-ink-muted">{tProblem('load')}</p>}
      {data && data.scope === null && <p className="text-sm text-ink-muted">{t('none')}</p>}
      {data && data.scope !== null && (
        <details
          className="group text-sm"
          data-testid="neighbours"
          data-scope={data.scope}
          data-bad={bad}
          data-total={total}
        >
          <summary className="flex touch-row cursor-pointer flex-col gap-1 rounded-sm">
            <span
              className={total >= FEWEST && bad * 2 > total ? 'font-medium text-silent-ink' : 'font-medium'}
            >
              {t('sentence', { scope: t(data.scope), bad, total })}
            </span>
            <span className="flex items-center gap-1 text-ink-muted hover:text-ink">
              <ChevronDown className="size-4 transition-transform group-open:rotate-180" aria-hidden />
              {t('list')}
            </span>
          </summary>
          <ul className="mt-2 flex flex-col">
            {data.items.map((item) => (
              <li key={item.service_id}>
                <button
                  type="button"
                  onClick={() => onOpen(item.service_id)}
                  className="-mx-2 flex touch-row w-[calc(100%+1rem)] items-center gap-2 rounded px-2 py-1 text-left text-sm hover:bg-sunken"
                >
                  <FaceShape face={item.verdict} filled={false} className="size-4 shrink-0" />
                  <span className="min-w-0 flex-1 truncate">
                    {item.name ?? tService('noName', { id: item.service_id })}
                  </span>
                  <span className="text-xs text-ink-muted tabular-nums">
                    <Age at={item.finished_at} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}
