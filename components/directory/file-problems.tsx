'use client';

import { Download, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { ImportItem } from '@/lib/domain/import-item';
import { rejectedAddress } from '@/lib/queries/imports';

const CELL = 'px-3 py-2 align-top';

function ProblemTable({ item }: { item: ImportItem }) {
  const t = useTranslations('directoryImport');
  const tProblem = useTranslations('cellProblem');
  return (
    <div
      className="max-h-96 overflow-auto rounded border border-line"
      tabIndex={0}
      role="region"
      aria-label={t('caption')}
    >
      <table className="w-full text-left text-sm">
        <caption className="sr-only">{t('caption')}</caption>
        <thead className="sticky top-0 bg-sunken text-xs text-ink-muted">
          <tr>
            {[t('line'), t('column'), t('what')].map((name) => (
              <th key={name} scope="col" className="px-3 py-2 font-semibold">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {item.problems.flatMap(({ line, problems }) =>
            problems.map(({ column, code, line: first = 0 }, index) => (
              <tr key={`${line}-${index}`}>
                <td className={`${CELL} tabular-nums`}>{line}</td>
                <td className={`${CELL} break-words`}>{column}</td>
                <td className={CELL}>{tProblem(code, { line: first })}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

/** What is wrong how often, where the table below cannot show every row. */
function ProblemCounts({ item }: { item: ImportItem }) {
  const t = useTranslations('directoryImport');
  const tProblem = useTranslations('cellProblem');
  return (
    <ul className="flex flex-col gap-1 text-sm" data-testid="problem-counts">
      {item.problem_counts.map(({ column, code, count }) => (
        <li key={`${column} ${code}`} className="flex flex-wrap gap-x-2">
          <span className="font-medium tabular-nums">{t('wrongCount', { count })}</span>
          <span className="min-w-0 text-ink-muted">
            {column && `${column}: `}
            {code === 'duplicate' ? t('duplicate') : tProblem(code, { line: 0 })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What is wrong with a file: how often, then row by row, and all of it to download. */
export function FileProblems({ item }: { item: ImportItem }) {
  const t = useTranslations('directoryImport');
  const isLong = item.rejected > item.problems.length;
  return (
    <>
      <Notice tone="warn" icon={TriangleAlert} role="status">
        {t('wrong', { rejected: item.rejected, rows: item.rows })}
      </Notice>
      {isLong && <ProblemCounts item={item} />}
      <div className="flex flex-col gap-2">
        {isLong && <p className="text-sm text-ink-muted">{t('first', { count: item.problems.length })}</p>}
        <ProblemTable item={item} />
      </div>
      <p className="flex flex-col gap-1 text-sm">
        <a
          href={rejectedAddress(item.import_id)}
          download
          className="inline-flex items-center gap-2 self-start rounded-sm font-medium text-brand-ink underline-offset-4 hover:underline"
        >
          <Download className="size-4" aria-hidden />
          {t('download')}
        </a>
        <span className="text-ink-muted">{t('downloadHint')}</span>
      </p>
    </>
  );
}
