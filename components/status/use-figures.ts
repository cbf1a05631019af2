import { useFormatter } from 'next-intl';

const MEGABYTE = 1_048_576;

/** Numbers with their units, in the reader's language. */
export function useFigures() {
  const format = useFormatter();
  const unit = (value: number, name: string, digits = 0) =>
    format.number(value, { style: 'unit', unit: name, maximumFractionDigits: digits });
  return {
    milliseconds: (ms: number) => unit(ms, 'millisecond', ms < 10 ? 1 : 0),
    seconds: (seconds: number) => unit(Math.ceil(seconds), 'second'),
    megabytes: (bytes: number) => unit(bytes / MEGABYTE, 'megabyte', bytes < 10 * MEGABYTE ? 1 : 0),
  };
}
