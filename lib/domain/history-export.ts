import { csvLine, type CsvSeparator } from './csv';
import type { ExportFormat } from './export-item';
import type { FailureCode } from './failure';
import { toHistoryItem, type HistoryItem, type HistoryView } from './history-item';
import type { Outcome } from './history-filter';
import type { Reason } from './ping';
import { toPingDetails } from './ping-details';
import type { RemarkCode } from './remark-code';

/** The columns of an export in their order, each with what it takes from a ping. Times of the clock are the operator's. */
const CELLS = {
  started: (ping, { moment }) => moment(ping.started_at),
  service: (ping) => ping.service_id,
  customer: (ping) => ping.service_name,
  outcome: (ping, { words }) =>
    words.outcome[ping.verdict ?? (ping.state === 'running' ? 'running' : 'failed')],
  certainty: (ping, { words }) => ping.certainty && words.certainty[ping.certainty.level],
  sent: (ping) => ping.sent,
  received: (ping) => ping.received,
  loss: (ping) => ping.loss_percent,
  rttMin: (ping) => ping.rtt_ms.min,
  rttMedian: (ping) => ping.rtt_ms.median,
  rttMax: (ping) => ping.rtt_ms.max,
  jitter: (ping) => ping.rtt_ms.jitter,
  remarks: (ping, { words }) => ping.remarks.map((code) => words.remark[code]).join(', '),
  failure: (ping, { words }) => ping.failure && words.failure[ping.failure.code],
  zone: (ping) => ping.frozen.zone?.name ?? null,
  router: (ping) => ping.frozen.router?.name ?? null,
  sector: (ping) => ping.frozen.sector?.name ?? null,
  plan: (ping) => ping.frozen.plan?.name ?? null,
  account: (ping) => ping.frozen.status,
  ip: (ping) => ping.frozen.ip,
  who: (ping) => [...new Set(ping.requested_by.map(({ name }) => name))].join(', '),
  reason: (ping, { words }) => ping.reason && words.reason[ping.reason],
  source: (ping, { words }) => words.source[ping.source],
  duration: (ping) =>
    ping.finished_at === null ? null : (Date.parse(ping.finished_at) - Date.parse(ping.started_at)) / 1000,
  wrongCustomer: (ping, { words }) => (ping.wrong_customer ? words.yes : words.no),
  note: (ping) => ping.note?.text ?? null,
  caseCode: (ping) => ping.case_code,
  startedUtc: (ping) => ping.started_at,
  finishedUtc: (ping) => ping.finished_at,
  id: (ping) => ping.task_id,
} as const satisfies Record<string, (ping: HistoryItem, style: CsvStyle) => string | number | null>;

export type ExportColumn = keyof typeof CELLS;
export const EXPORT_COLUMNS = Object.keys(CELLS) as ExportColumn[];

/** What an export says in the language of whoever asked for it. */
export type ExportWords = {
  columns: Record<ExportColumn, string>;
  outcome: Record<Outcome, string>;
  certainty: Record<'solid' | 'hollow', string>;
  remark: Record<RemarkCode, string>;
  failure: Record<FailureCode, string>;
  reason: Record<Reason, string>;
  source: Record<'desk' | 'api', string>;
  yes: string;
  no: string;
};

export type CsvStyle = {
  words: ExportWords;
  separator: CsvSeparator;
  decimalSign: '.' | ',';
  /** A moment as the clock of the operator shows it, from one in ISO 8601. */
  moment: (iso: string) => string;
};

/** The clock of a zone as spreadsheets of every language read it, such as "2026-11-22 14:05:09". */
export function clockOf(timeZone: string): CsvStyle['moment'] {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (iso) => format.format(new Date(iso));
}

export const EXPORT_TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
};

/** By this sign a spreadsheet knows that the file is UTF-8. */
const BOM = '\uFEFF';

type Writer = { head: string; line: (view: HistoryView, now: Date) => string };

/** How an export is written: what stands before the first ping, and a line for each. */
export function exportWriter(format: ExportFormat, style: CsvStyle): Writer {
  if (format === 'jsonl') {
    // With every reply, because programs read it.
    const whole = (view: HistoryView, now: Date) => ({ ...toPingDetails(view, now), note: view.note });
    return { head: '', line: (view, now) => `${JSON.stringify(whole(view, now))}\n` };
  }
  const { words, separator, decimalSign } = style;
  const write = (cells: (string | number | null)[]) => csvLine(cells, separator, decimalSign);
  return {
    head: BOM + write(EXPORT_COLUMNS.map((column) => words.columns[column])),
    line(view, now) {
      const ping = toHistoryItem(view, now);
      return write(EXPORT_COLUMNS.map((column) => CELLS[column](ping, style)));
    },
  };
}
