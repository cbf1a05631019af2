import { useQuery } from '@tanstack/react-query';
import { toCaseCode } from '@/lib/domain/case-code';
import type { PingItem } from '@/lib/domain/ping-details';
import type { ServiceFilter } from '@/lib/domain/service-filter';
import type { FoundItem } from '@/lib/domain/service-item';
import { casePingsQuery } from '@/lib/queries/pings';
import { hasFilter, isAnswerTo, recentServicesQuery, serviceSearchQuery } from '@/lib/queries/services';
import { useDebounced } from './use-debounced';

const DEBOUNCE_MS = 80;

export type ServiceResults = {
  items: readonly FoundItem[];
  /** The pings that what is typed stands for, when it is a case code. */
  cases: readonly PingItem[];
  /** False while an older list is shown, from which nothing can be chosen. */
  current: boolean;
  /** Names the list that is shown; another list has another name. */
  listed: string;
  isError: boolean;
};

/** The services that fit what is typed now, or the recent ones when that is nothing. The list before stays until then. */
export function useServiceResults(typed: string, filter: ServiceFilter): ServiceResults {
  const asked = useDebounced(typed, DEBOUNCE_MS);
  const search = useQuery(serviceSearchQuery(asked, filter));
  const recent = useQuery(recentServicesQuery());
  const cases = useQuery(casePingsQuery(toCaseCode(typed))).data?.items ?? [];
  const before = recent.data?.items ?? [];
  if (typed === '' && !hasFilter(filter))
    return { items: before, cases, current: true, listed: '', isError: false };
  return {
    items: search.data?.items ?? before,
    cases,
    current: isAnswerTo(search.data, typed, filter),
    listed: search.data?.asked ?? '',
    isError: search.isError,
  };
}
