import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, guardText, unguardText } from './csv';

const TRIGGERS = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];
const SEPARATORS = [',', ';', '\t'] as const;

/** Cells of what hurts: triggers, quotes, separators, spaces, letters of three languages, emoji. */
const piece = fc.oneof(
  fc.constantFrom(...TRIGGERS, "'", '"', ',', ';', ' ', ' ', '\u00a0', '\ufeff'),
  fc.constantFrom('a', 'ñ', 'ç', '0', '5.2', 'cmd|', '漢', '👩‍🚒'),
);
const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));

/** What a spreadsheet would see at the front of a cell, as the rule is written: after NUL and spaces. */
const startsLikeFormula = (text: string) => {
  const rest = text.replace(/^[\0 ]+/, '');
  return text.startsWith('\0') || TRIGGERS.some((trigger) => rest.startsWith(trigger));
};

const read = (line: string, delimiter: string): string[] =>
  parse(line, { delimiter, recordDelimiter: '\r\n' })[0] ?? [];

describe('a line of a CSV file', () => {
  it('holds no cell that a spreadsheet would run, and gives back exactly what was written: 10,000 random cells', () => {
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 10, maxLength: 10 }),
        fc.constantFrom(...SEPARATORS),
        (cells, by) => {
          const found = read(csvLine(cells, by), by);
          expect(found.filter(startsLikeFormula)).toEqual([]);
          expect(found.map(unguardText)).toEqual(cells);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('holds none for a spreadsheet that expects another separator and parts the text there', () => {
    const formulas = [
      '=1+1',
      '@SUM(1)',
      "+cmd|' /C calc'!A0",
      '-2+3+HYPERLINK("http://x")',
      '＝1',
      '"=1"',
      ' =1',
    ];
    for (const by of SEPARATORS) {
      for (const other of [...SEPARATORS, '\n']) {
        for (const formula of formulas) {
          const text = `Ana${other}${formula}`;
          const line = csvLine(['1', text, 'x'], by);
          // Quotes in the middle of a cell mean nothing to such a program.
          const cells = line.split(/[,;\t\r\n]/).map((cell) => cell.replaceAll('"', ''));
          expect(cells.filter(startsLikeFormula), line).toEqual([]);
          expect(read(line, by).map(unguardText)).toEqual(['1', text, 'x']);
        }
      }
    }
  });

  it('leaves levels and phones within a text as they were typed', () => {
    for (const text of ['-20,-21 dBm', 'a; +57 300 123', 'x,\t-5', 'uno, dos']) {
      expect(guardText(text).replace(/^'/, '')).toBe(text);
    }
  });

  it('leaves numbers numbers, also those below zero', () => {
    expect(csvLine([-5.2, 0, 48, null, Number.NaN], ';')).toBe('-5.2;0;48;;\r\n');
  });

  it('guards a number that is text', () => {
    expect(csvLine(['-5.2', '+57 300', '=1+1'], ',')).toBe("'-5.2,'+57 300,'=1+1\r\n");
  });

  it('quotes what holds the separator, a quote or a line break, and nothing else', () => {
    expect(csvLine(['a;b', 'a,b', 'a"b', 'a\nb'], ';')).toBe('"a;b";a,b;"a""b";"a\nb"\r\n');
  });
});

describe('the guard', () => {
  it('goes in front once, and reading takes exactly one away', () => {
    expect(guardText("'=1")).toBe("''=1");
    expect(unguardText("''=1")).toBe("'=1");
    expect(unguardText("'=1")).toBe('=1');
  });

  it('leaves a name that begins with a quote alone', () => {
    for (const name of ["'t Hooft", "O'Neill", "''", "'"]) {
      expect(guardText(name)).toBe(name);
      expect(unguardText(name)).toBe(name);
    }
  });
});
