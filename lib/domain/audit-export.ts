import type { AuditAction, AuditOutcome } from './audit';
import { toAuditItem, type AuditItem, type AuditRecord } from './audit-item';
import { changesCode, changesText, type ChangeStyle, type ChangeWords } from './audit-changes-text';
import { csvLine, type CsvSeparator } from './csv';
import type { ExportFormat } from './export-item';

const AUDIT_COLUMNS = [
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
  // What stands above in words, as it is in every language and in every version: for programs.
  'whoKindCode',
  'whatCode',
  'outcomeCode',
  'targetKind',
  'changesCode',
] as const;

/** What an export says in the language of whoever asked for it. */
export type AuditWords = {
  columns: Record<(typeof AUDIT_COLUMNS)[number], string>;
  action: Record<AuditAction, string>;
  outcome: Record<AuditOutcome, string>;
  kind: Record<AuditItem['actor']['kind'], string>;
  /** What a thing is called, by its id and the code of its case. Others have a name of their own. */
  target: Readonly<Partial<Record<string, (thing: { id: string; code: string }) => string>>>;
  changes: ChangeWords;
};

export type AuditStyle = {
  words: AuditWords;
  separator: CsvSeparator;
} & Omit<ChangeStyle, 'words'>;

/** By this sign a spreadsheet knows that the file is UTF-8. */
const BOM = '\uFEFF';

/** What was acted upon, as the page of the audit calls it. */
function targetText(
  { target: words }: AuditWords,
  { kind, id, name }: NonNullable<AuditItem['target']>,
): string {
  if (kind === 'service' && name !== null) return name;
  const word = Object.hasOwn(words, kind) ? words[kind] : undefined;
  if (word === undefined) return name ?? id;
  // An address that nobody has is only told from another.
  return word({ id: kind === 'unknown_email' ? id.slice(0, 6) : id, code: name ?? id });
}

/** How the trail is written to a file: what stands before the first row, and a line for each. */
export function auditWriter(format: ExportFormat, { words, separator, ...style }: AuditStyle) {
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
        at: style.moment(item.at),
        who: item.actor.name,
        whoKind: words.kind[item.actor.kind],
        what: words.action[item.action],
        outcome: words.outcome[item.outcome],
        target: item.target && targetText(words, item.target),
        targetId: item.target && item.target.id,
        changes: changesText(item.changes, { ...style, words: words.changes }),
        address: item.address,
        agent: item.user_agent,
        atUtc: item.at,
        request: item.request_id,
        whoKindCode: item.actor.kind,
        whatCode: item.action,
        outcomeCode: item.outcome,
        targetKind: item.target && item.target.kind,
        changesCode: changesCode(item.changes),
      } satisfies Record<(typeof AUDIT_COLUMNS)[number], string | null>;
      return csvLine(
        AUDIT_COLUMNS.map((column) => cells[column]),
        separator,
      );
    },
  };
}
