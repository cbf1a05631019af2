import type { AuditChanges } from './audit';
import type { ExportFormat } from './export-item';
import { defaultHistoryFilter, type HistoryFilter } from './history-filter';

/** What the audit trail keeps of an export: its format, and every part of the filter that is not as it was at first. */
export function exportTrace(filter: HistoryFilter, format: ExportFormat): AuditChanges {
  const period = filter.from === null && filter.to === null ? [['period', [null, filter.period]]] : [];
  const chosen = Object.entries(filter)
    .filter(([field]) => field !== 'period')
    .filter(([field, value]) => String(value) !== String(defaultHistoryFilter[field as keyof HistoryFilter]))
    .map(([field, value]) => [field, [null, value]]);
  return Object.fromEntries([['format', [null, format]], ...period, ...chosen]);
}
