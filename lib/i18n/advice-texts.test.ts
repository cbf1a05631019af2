import { describe, expect, it } from 'vitest';
import { ADVICE } from '@/lib/domain/advice';
import { failureSchema } from '@/lib/domain/failure';
import { LOCALES } from './locale';
import { EXPLANATIONS } from './test-explanations';
import { FILES, type Messages } from './test-messages';

describe.each(LOCALES)('the advice of %s', (locale) => {
  const advised = FILES[locale].advice as Messages;
  it.each([...Object.keys(EXPLANATIONS), ...Object.keys(ADVICE).filter((key) => key.startsWith('failed_'))])(
    'says every step of "%s", and what to tell the customer, and no more',
    (key) => {
      const { steps } = new Map(Object.entries(ADVICE)).get(key) ?? { steps: 0 };
      const names = ['step1', 'step2', 'step3', 'step4'].slice(0, steps);
      expect(steps).toBeGreaterThanOrEqual(3);
      expect(Object.keys(advised[key] ?? {})).toEqual([...names, 'tell']);
    },
  );

  it('is of nothing that no result leads to', () => {
    const failures = failureSchema.shape.source.options.map((source) => `failed_${source}`);
    const own = ['failed_router_interface', 'failed_upstream_auth', 'failed_withdrawn'];
    const keys = [...Object.keys(EXPLANATIONS), ...failures, ...own].sort();
    expect(Object.keys(advised).sort()).toEqual(keys);
    expect(Object.keys(ADVICE).sort()).toEqual(keys);
  });

  it('repeats no step within one list', () => {
    for (const texts of Object.values(advised)) {
      expect(new Set(Object.values(texts)).size).toBe(Object.keys(texts).length);
    }
  });
});
