import { useFormatter } from 'next-intl';
import { inMs } from '@/lib/i18n/in-ms';

/**
 * How round-trip times are written, given in milliseconds: a tenth where it is felt, below 10.
 * @returns `figure` without the unit, for a text that has it, and `withUnit`
 */
export function useRtt(): { figure: (ms: number) => string; withUnit: (ms: number) => string } {
  const format = useFormatter();
  const figure = (ms: number) => format.number(ms, { maximumFractionDigits: ms < 10 ? 1 : 0 });
  return { figure, withUnit: (ms) => inMs(figure(ms)) };
}
