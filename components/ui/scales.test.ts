import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** Distances in classes: of the margin, the padding and the gap. */
const DISTANCE = /(?<![\w-])-?(?:gap|space|p[xytblr]?|m[xytblr]?)(?:-[xy])?-(\d+(?:\.5)?)(?![\w.])/g;

/** A size of letters, a corner or a duration that is written out instead of taken from the theme. */
const WRITTEN_OUT =
  /(?<![\w-])(?:text-\[\d|leading-\[|tracking-\[|duration-\[|rounded(?:-\w+)?-\[)[^\s'"`]*/g;

/** A code within a sentence is as large as the sentence; a swatch of a legend is smaller than any corner. */
const ALLOWED = new Set(['text-[0.9em]', 'rounded-[2px]']);

const sources = ['app', 'components'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => path.join(folder, file)),
);

const found = (pattern: RegExp, isWrong: (match: RegExpMatchArray) => boolean) =>
  sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(pattern)].filter(isWrong).map(([text]) => `${file}: ${text}`),
  );

it('distances are fours of pixels, and two only where an icon or a code has to sit on its line', () => {
  expect(found(DISTANCE, ([, units = '']) => units !== '0.5' && units.endsWith('.5'))).toEqual([]);
});

it('sizes of letters, corners and durations come from the scales of the theme', () => {
  expect(found(WRITTEN_OUT, ([text]) => !ALLOWED.has(text))).toEqual([]);
});
