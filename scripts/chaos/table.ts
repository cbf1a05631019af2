import type { Row } from './experiment';

const HEADS = ['promise', 'runs', 'accepted', 'lost', 'doubled', 'kept', 'measured'];

const cellsOf = ({ promise, runs, accepted, lost, doubled, measured, isKept }: Row): string[] => [
  promise,
  String(runs),
  ...[accepted, lost, doubled].map((count) => (count === null ? '–' : String(count))),
  isKept ? 'yes' : 'NO',
  measured,
];

/** The rows as one table for a terminal; what was measured stands last, because it is of any length. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [HEADS, ...rows.map(cellsOf)];
  const widths = HEADS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const text = (line: readonly string[]) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = lines;
  const rule = widths.slice(0, -1).reduce((sum, width) => sum + width + 2, 'measured'.length);
  return [text(head), '─'.repeat(rule), ...body.map(text)].join('\n');
}
