import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { inventProvider, type ProviderSize } from './invent-provider';
import { noteLines, pingLine, requestLines } from './ping-rows';
import { serviceLine } from './service-rows';

const small: ProviderSize = {
  services: 400,
  pings: 3000,
  seed: 7,
  now: new Date('2026-11-22T22:00:00Z'),
};

function rowsOf(size: ProviderSize) {
  const provider = inventProvider(size);
  const services = [...provider.services];
  const pings = [...provider.pings()];
  const lines = pings.flatMap((ping) => [pingLine(ping), ...requestLines(ping), ...noteLines(ping)]);
  const text = [...services.map((service) => serviceLine(service, size.now)), ...lines].join('');
  return { services, pings, digest: createHash('sha256').update(text).digest('hex') };
}

it('the same seed gives the same rows, and another one gives others', () => {
  expect(rowsOf(small).digest).toBe(rowsOf(small).digest);
  expect(rowsOf({ ...small, seed: 8 }).digest).not.toBe(rowsOf(small).digest);
});

it('there are as many rows as were asked for, none with the id of another', () => {
  const { services, pings } = rowsOf(small);
  expect(new Set(services.map(({ record }) => record.serviceId)).size).toBe(400);
  expect(new Set(pings.map(({ id }) => id)).size).toBe(3000);
});

it('every ping is of a known service and ended before the moment the history ends', () => {
  const { services, pings } = rowsOf(small);
  const known = new Set(services.map(({ record }) => record.serviceId));
  expect(pings.every(({ line }) => known.has(line.serviceId))).toBe(true);
  expect(Math.max(...pings.map(({ at, tookMs }) => at + tookMs))).toBeLessThan(small.now.getTime());
});

it('the history has every outcome, both sources and services that are tested more than others', () => {
  const { pings } = rowsOf(small);
  expect(new Set(pings.map(({ outcome }) => outcome)).size).toBe(4);
  expect(new Set(pings.map(({ source }) => source)).size).toBe(2);
  const counts = new Map<number, number>();
  for (const { line } of pings) counts.set(line.serviceId, (counts.get(line.serviceId) ?? 0) + 1);
  expect(Math.max(...counts.values())).toBeGreaterThan((2 * pings.length) / counts.size);
});
