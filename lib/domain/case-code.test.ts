import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseCodeOf, toCaseCode } from './case-code';

const ID = '3f0c9a52-6d1e-4b7a-9a55-0b6f3f1d2c10';

describe('a case code', () => {
  it('is the same for the same ping, for ever: it is printed on tickets', () => {
    expect(caseCodeOf(ID)).toBe('CFMXAJ');
  });

  it('has six characters, none of which sounds or looks like another', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(caseCodeOf(id)).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{6}$/);
      }),
    );
  });

  it('is rarely shared: 20,000 pings have nearly as many codes', () => {
    // A digest is as evenly spread as a random id, and the same in every run.
    const ids = Array.from({ length: 20_000 }, (_, index) =>
      createHash('sha256').update(String(index)).digest('hex').slice(0, 32),
    );
    expect(new Set(ids.map(caseCodeOf)).size).toBeGreaterThan(19_990);
  });
});

describe('a typed case code', () => {
  it('is read whatever its case, spaces and hyphens', () => {
    const code = caseCodeOf(ID);
    const spoken = `${code.slice(0, 3)}-${code.slice(3)}`;
    for (const typed of [code, code.toLowerCase(), spoken, ` ${[...code].join(' ')} `]) {
      expect(toCaseCode(typed)).toBe(code);
    }
  });

  it.each(['', 'ABC', 'ACDEFGH', 'ACDEF0', 'ACDEF1', 'ACDEFB', 'ACDEFÑ', '300123', 'Gómez'])(
    '"%s" is none',
    (typed) => {
      expect(toCaseCode(typed)).toBeNull();
    },
  );
});
