type Key = string | number;

/**
 * A 32 bit number that depends on the keys alone (FNV-1a, then an avalanche step so that neighbouring ids
 * do not give neighbouring numbers). The simulated provider has to be the same on every machine and run.
 */
export function hashOf(...keys: readonly Key[]): number {
  let hash = 0x811c9dc5;
  for (const character of keys.join('|')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** From 0 up to, but not including, 1. */
export function fractionOf(...keys: readonly Key[]): number {
  return hashOf(...keys) / 2 ** 32;
}

/** A whole number between both ends, which are included. */
export function between(low: number, high: number, ...keys: readonly Key[]): number {
  return low + Math.floor(fractionOf(...keys) * (high - low + 1));
}

export function pick<T>(list: readonly [T, ...T[]], ...keys: readonly Key[]): T {
  return list[hashOf(...keys) % list.length] ?? list[0];
}
