import { describe, expect, it } from 'vitest';
import { COLUMN_NAMES, FIRST_COLUMNS, FIXED_COLUMNS, parseColumns, withColumnToggled } from './column-names';

describe('the columns of the list', () => {
  it('are those of the start where nothing is stored', () => {
    expect(parseColumns(null)).toEqual(FIRST_COLUMNS);
  });

  it('always name when, who and what, whatever is stored', () => {
    for (const stored of ['', 'nonsense', 'note,note,<script>']) {
      expect(parseColumns(stored)).toEqual(expect.arrayContaining([...FIXED_COLUMNS]));
    }
  });

  it.each(COLUMN_NAMES.filter((name) => !FIXED_COLUMNS.includes(name)))(
    '%s comes to its place and goes again',
    (name) => {
      const some = parseColumns('');
      const more = withColumnToggled(some, name);
      expect(more).toEqual(COLUMN_NAMES.filter((one) => more.includes(one)));
      expect(more).toContain(name);
      expect(withColumnToggled(more, name)).toEqual(some);
    },
  );
});
