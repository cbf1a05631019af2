import type { AuditAction, AuditOutcome } from './audit';
import { toAuditItem, type AuditItem, type AuditRecord } from './audit-item';
import { csvLine, type CsvSeparator } from './csv';
import type { ExportFormat } from './export-item';

export const AUDIT_COLUMNS = [
  'at',
  'who',
  'whoKind',
  'what',
  'outcome',
  'target',
  'targetId',
  'changes',
  'address',
  'agent',
  'atUtc',
  'request',
] as const;

/** What an export says in the language of whoever asked for it. */
export type AuditWords = {
  columns: Record<(typeof AUDIT_COLUMNS)[number], string>;
  action: Record<AuditAction, string>;
  outcome: Record<AuditOutcome, string>;
  kind: Record<AuditItem['actor']['kind'], string>;
};

export type AuditStyle = {
  words: AuditWords;
  separator: CsvSeparator;
  /** A moment as the clock of the operator shows it, from one in ISO 8601. */
  moment: (iso: string) => string;
};

/** By this sign a spreadsheet knows that the file is UTF-8. */
const BOM = '\uFEFF';

const said = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value ?? null));

const changesText = ({ changes }: AuditItem) =>
  changes &&
  Object.entries(changes)
    .map(([field, [before, after]]) => `${field}: ${said(before)} → ${said(after)}`)
    .join('; ');

/** How the trail is written to a file: what stands before the first row, and a line for each. */
export function auditWriter(format: ExportFormat, { words, separator, moment }: AuditStyle) {
  if (format === 'jsonl') {
    return { head: '', line: (row: AuditRecord) => `${JSON.stringify(toAuditItem(row))}\n` };
  }
  return {
    head:
      BOM +
      csvLine(
        AUDIT_COLUMNS.map((column) => words.columns[column]),
        separator,
      ),
    line(row: AuditRecord) {
      const item = toAuditItem(row);
      const cells = {
        at: moment(item.at),
        who: item.actor.name,
        whoKind: words.kind[item.actor.kind],
        what: words.action[item.action],
        outcome: words.outcome[item.outcome],
        target: item.target && (item.target.name ?? item.target.kind),
        targetId: item.target && item.target.id,
        changes: changesText(item),
        address: item.address,
        agent: item.user_agent,
        atUtc: item.at,
        request: item.request_id,
      } satisfies Record<(typeof AUDIT_COLUMNS)[number], string | null>;
      return csvLine(
        AUDIT_COLUMNS.map((column) => cells[column]),
        separator,
      );
    },
  };
}
