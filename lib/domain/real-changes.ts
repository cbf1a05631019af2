import type { AuditChanges } from './audit';

/** The fields whose value is another one now, by name; what an entry recorded as equal before and after changed nothing. */
export function realChanges(changes: AuditChanges): [string, AuditChanges[string]][] {
  return Object.entries(changes).filter(
    ([, [before, after]]) => JSON.stringify(before) !== JSON.stringify(after),
  );
}
