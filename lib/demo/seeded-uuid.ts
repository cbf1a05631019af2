import { hashOf } from '@/lib/wisphub/simulator/random';

/** A UUID (version 4 in form) that depends on the keys alone, so that links into a demo outlive its data. */
export function seededUuid(...keys: readonly (string | number)[]): string {
  // The counter comes first: at the end, four hashes of one text would share their state.
  const hex = [0, 1, 2, 3]
    .map((part) =>
      hashOf(part, ...keys)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
  const variant = '89ab'.charAt(hashOf('variant', ...keys) % 4);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, variant + hex.slice(17, 20)];
  return [...parts, hex.slice(20)].join('-');
}
