import { Command } from 'cmdk';
import { useTranslations } from 'next-intl';
import { serviceIdSchema } from '@/lib/domain/service';
import type { FoundItem } from '@/lib/domain/service-item';
import { caseOption, CaseOptions } from './case-options';
import { OPTION } from './option';
import { ServiceRow } from './service-row';
import type { ServiceResults } from './use-service-results';

/** The id somebody typed, when it is one that no result stands for. */
function typedId(typed: string, items: readonly FoundItem[]): number | null {
  const id = serviceIdSchema.safeParse(/^\d+$/.test(typed) ? Number(typed) : NaN);
  return id.success && !items.some((item) => item.service_id === id.data) ? id.data : null;
}

/** An id that no result stands for is offered as soon as that is certain. */
const offeredId = (typed: string, { items, current, isError }: ServiceResults) =>
  current || isError ? typedId(typed, items) : null;

/** The value of the row that Enter means when nobody moved to another. */
export function firstOption(typed: string, results: ServiceResults): string {
  const [told] = results.cases;
  if (told !== undefined) return caseOption(told);
  const [first] = results.items;
  if (first !== undefined) return String(first.service_id);
  const id = offeredId(typed, results);
  return id === null ? '' : `id-${id}`;
}

/** What tells a row from those around it: services of one customer stand together, and names may be the same by chance. */
function surroundings(items: readonly FoundItem[], index: number) {
  const item = items[index];
  const { customer = null, name = null } = item ?? {};
  const before = items[index - 1]?.customer ?? null;
  const isSameCustomer = (other: FoundItem) => customer !== null && other.customer?.key === customer.key;
  return {
    isFollowing: customer !== null && before?.key === customer.key,
    services: customer?.services ?? 1,
    isHomonym: items.some((other) => other !== item && other.name === name && !isSameCustomer(other)),
  };
}

export type ChooseService = (serviceId: number, taskId: string | null) => void;

type ServiceOptionsProps = { typed: string; results: ServiceResults; onChoose: ChooseService };

/** The pings of a case code, which is an exact match, the services found, and the id as it was typed. */
export function ServiceOptions({ typed, results, onChoose }: ServiceOptionsProps) {
  const t = useTranslations('search');
  const { items, current } = results;
  const byId = offeredId(typed, results);
  // An older list fades only when the new one takes its time; at the usual speed nothing is seen to change.
  const fading = current ? '' : 'opacity-60 transition-opacity delay-300';
  return (
    <>
      <CaseOptions cases={results.cases} className={OPTION} onChoose={onChoose} />
      {items.map((service, index) => (
        <Command.Item
          key={service.service_id}
          value={String(service.service_id)}
          disabled={!current}
          onSelect={() => onChoose(service.service_id, null)}
          className={`${OPTION} ${fading}`}
          data-service-id={service.service_id}
        >
          <ServiceRow service={service} {...surroundings(items, index)} />
        </Command.Item>
      ))}
      {byId !== null && (
        <Command.Item
          value={`id-${byId}`}
          onSelect={() => onChoose(byId, null)}
          className={OPTION}
          data-service-id={byId}
        >
          {t('byId', { id: String(byId) })}
        </Command.Item>
      )}
    </>
  );
}
