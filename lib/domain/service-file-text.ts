import { csvLine, unguardText, type CsvSeparator } from './csv';
import type { FileLanguage } from './service-file';

/** Tells a spreadsheet that the file is UTF-8. */
export const BOM = '\ufeff';

/** What the spreadsheets of a language expect between cells: where decimals have a comma, cells have a semicolon. */
export const SEPARATOR_OF: Record<FileLanguage, CsvSeparator> = { es: ';', 'pt-BR': ';', en: ',' };

/** A row as it came, with why it was rejected after its cells, so that it can be corrected in its place. */
export function rejectedLine(
  cells: readonly string[],
  why: string,
  { columns, separator }: { columns: number; separator: CsvSeparator },
): string {
  const given = Array.from({ length: Math.max(columns, cells.length) }, (_, at) =>
    unguardText(cells[at] ?? ''),
  );
  return csvLine([...given.slice(0, columns), why, ...given.slice(columns)], separator);
}
