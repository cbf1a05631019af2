import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const TEXT = 4.5;
const SHAPE = 3;
/** A difference of about 2 is just seen side by side (CIE 1976); lengths in a chart lie apart from their legend. */
const LEAST_DISTANCE = 20;
const STATUSES = ['running', 'stable', 'intermittent', 'silent', 'unknown'] as const;

const css = readFileSync('app/globals.css', 'utf8');

/** The colours of a theme: the dark one overrides those of the light one. */
function coloursOf(selector: string): ReadonlyMap<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** The three channels of a colour as light, from 0 to 1 (IEC 61966-2-1). */
const channels = (hex: string) =>
  [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });

/** Relative luminance, WCAG 2.2. */
const luminance = (light: readonly number[]) =>
  [0.2126, 0.7152, 0.0722].reduce((sum, weight, at) => sum + weight * (light[at] ?? 0), 0);

function contrast(one: readonly number[], other: readonly number[]): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/**
 * What is left of a colour for who lacks one kind of cone entirely: the matrices of Machado, Oliveira and Fernandes
 * (2009, severity 1), which Chromium emulates with too.
 */
const SEEN_BY: Record<string, readonly (readonly number[])[]> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const seen = (matrix: readonly (readonly number[])[], light: readonly number[]) =>
  matrix.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, weight, at) => sum + weight * (light[at] ?? 0), 0),
      ),
    ),
  );

const EYES: Record<string, (light: readonly number[]) => readonly number[]> = {
  'full colour vision': (light) => light,
  ...Object.fromEntries(
    Object.entries(SEEN_BY).map(([name, matrix]) => [
      name,
      (light: readonly number[]) => seen(matrix, light),
    ]),
  ),
};

/** Where a colour lies in CIE L*a*b* under daylight (D65), in which a distance is a difference as seen. */
function lab(light: readonly number[]): readonly number[] {
  const mix = (weights: readonly number[]) =>
    weights.reduce((sum, weight, at) => sum + weight * (light[at] ?? 0), 0);
  const bent = (share: number) => (share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116);
  const x = bent(mix([0.4124, 0.3576, 0.1805]) / 0.95047);
  const y = bent(mix([0.2126, 0.7152, 0.0722]));
  const z = bent(mix([0.0193, 0.1192, 0.9505]) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const distance = (one: readonly number[], other: readonly number[]) =>
  Math.hypot(...lab(one).map((value, at) => value - (lab(other)[at] ?? 0)));

const THEMES = { light: coloursOf(':root'), dark: coloursOf('.dark') };

/** Pairs that stand on each other somewhere, and the least contrast that WCAG 2.2 asks of them. */
const PAIRS: readonly (readonly [string, string, number])[] = [
  ...['canvas', 'surface', 'sunken'].flatMap((ground) => [
    ['ink', ground, TEXT] as const,
    ['ink-muted', ground, TEXT] as const,
    ['brand-ink', ground, TEXT] as const,
    ['line-strong', ground, ground === 'sunken' ? 0 : SHAPE] as const,
  ]),
  ['brand-contrast', 'brand', TEXT],
  ['brand-contrast', 'brand-strong', TEXT],
  ['brand-ink', 'brand-soft', TEXT],
  ['ink', 'brand-soft', TEXT],
  ['ink-muted', 'brand-soft', TEXT],
  ['brand', 'surface', SHAPE],
  ['brand', 'canvas', SHAPE],
  ...STATUSES.flatMap((status) => [
    [`${status}-ink`, `${status}-soft`, TEXT] as const,
    [`${status}-ink`, 'surface', TEXT] as const,
    [`${status}-ink`, 'canvas', TEXT] as const,
    [status, 'surface', SHAPE] as const,
    [status, 'canvas', SHAPE] as const,
    [status, `${status}-soft`, SHAPE] as const,
  ]),
];

describe.each(Object.entries(THEMES))('the %s theme', (_, colours) => {
  const light = (name: string) => channels(colours.get(name) ?? expect.fail(`There is no --${name}.`));

  it.each(PAIRS)('keeps %s apart from %s, at least %s : 1', (over, ground, least) => {
    expect(contrast(light(over), light(ground))).toBeGreaterThanOrEqual(least);
  });

  it.each(Object.entries(EYES))('keeps every shape of a status visible to %s', (_name, eye) => {
    for (const status of STATUSES)
      expect(contrast(eye(light(status)), eye(light('surface'))), status).toBeGreaterThanOrEqual(SHAPE);
  });

  it.each(Object.entries(EYES))('keeps the statuses apart for %s', (_name, eye) => {
    for (const [at, one] of STATUSES.entries())
      for (const other of STATUSES.slice(at + 1))
        expect(distance(eye(light(one)), eye(light(other))), `${one}, ${other}`).toBeGreaterThanOrEqual(
          LEAST_DISTANCE,
        );
  });
});

it('every colour of the light theme has a dark one', () => {
  expect([...THEMES.dark.keys()]).toEqual([...THEMES.light.keys()]);
});
