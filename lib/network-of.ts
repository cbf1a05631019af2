import { isIPv6 } from 'node:net';

/** The first four groups of an IPv6 address, with its `::` written out. */
function firstGroups(address: string): string {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(0, missing)).fill('0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}

/** The /24 of an IPv4 address, the /64 of an IPv6 one: what one guesser can easily have addresses of. */
export function networkOf(address: string | null): string {
  if (address === null) return 'unknown';
  if (isIPv6(address)) return `${firstGroups(address)}::/64`;
  return `${address.split('.').slice(0, 3).join('.')}.0/24`;
}

/**
 * Where somebody without a name is counted: one IPv4 address, but the network of an IPv6 one, in which a single guesser
 * has more addresses than any limit. All whose address is not known are one.
 */
export const guesserAt = (address: string | null): string =>
  address !== null && isIPv6(address) ? networkOf(address) : (address ?? 'unknown');
