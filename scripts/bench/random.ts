/** Gives numbers from 0 up to, but not including, 1. */
export type Random = () => number;

/** Numbers that depend on the seed alone (mulberry32), so that every run measures the same rows. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pickOf<T>(list: readonly T[], random: Random): T {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error('An empty list has nothing to pick.');
  return one;
}

export const wholeBetween = (low: number, high: number, random: Random) =>
  low + Math.floor(random() * (high - low + 1));

/** Picks the first of a list most often and the last hardly ever, as people have names; 1 is the steepest that occurs. */
export function pickSkewed<T>(list: readonly T[], steepness: number): (random: Random) => T {
  let sum = 0;
  const sums = list.map((_, index) => (sum += 1 / (index + 1) ** steepness));
  return (random) => {
    const wanted = random() * sum;
    let [low, high] = [0, list.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    const one = list[low];
    if (one === undefined) throw new Error('An empty list has nothing to pick.');
    return one;
  };
}

const hex = (random: Random) =>
  Math.floor(random() * 2 ** 32)
    .toString(16)
    .padStart(8, '0');

/** A UUID of version 4 in form. */
export function randomUuid(random: Random): string {
  const digits = hex(random) + hex(random) + hex(random) + hex(random);
  const variant = '89ab'.charAt(Number.parseInt(digits.charAt(16), 16) % 4);
  const [one, two] = [digits.slice(0, 8), digits.slice(8, 12)];
  return `${one}-${two}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`;
}
