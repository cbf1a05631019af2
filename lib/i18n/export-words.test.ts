import { describe, expect, it } from 'vitest';
import { FAILURE_CODES } from '@/lib/domain/failure';
import { EXPORT_COLUMNS } from '@/lib/domain/history-export';
import { OUTCOMES } from '@/lib/domain/history-filter';
import { REASONS } from '@/lib/domain/ping';
import { REMARK_CODES } from '@/lib/domain/remark-code';
import { exportWords } from './export-words';
import { LOCALES } from './locale';

describe.each(LOCALES)('the words of an export in %s', (locale) => {
  const words = exportWords(locale);

  it('are there for every column and for everything that can stand in one', () => {
    expect(Object.keys(words.columns)).toEqual(EXPORT_COLUMNS);
    expect(Object.keys(words.outcome)).toEqual(expect.arrayContaining([...OUTCOMES]));
    expect(Object.keys(words.remark)).toEqual([...REMARK_CODES]);
    expect(Object.keys(words.failure)).toEqual(expect.arrayContaining([...FAILURE_CODES]));
    expect(Object.keys(words.reason)).toEqual(expect.arrayContaining([...REASONS]));
  });

  it('name no two columns alike', () => {
    const titles = Object.values(words.columns);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('hold nothing that a page would fill in', () => {
    const said = [
      words.columns,
      words.outcome,
      words.certainty,
      words.remark,
      words.failure,
      words.reason,
      words.source,
    ];
    for (const text of said.flatMap((group) => Object.values(group))) expect(text).not.toMatch(/[{}]|^\s*$/);
  });
});
