import type { AuditItem } from '@/lib/domain/audit-item';

type Changes = NonNullable<AuditItem['changes']>;

/** The fields whose value is another one now, by name; what an entry recorded as equal before and after changed nothing. */
export function realChanges(changes: Changes): [string, Changes[string]][] {
  return Object.entries(changes).filter(
    ([, [before, after]]) => JSON.stringify(before) !== JSON.stringify(after),
  );
}
