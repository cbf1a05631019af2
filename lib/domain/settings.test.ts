import { describe, expect, it } from 'vitest';
import { defaultRules } from './rules';
import { defaultSettings, rulesOf, settingsSchema, type Settings } from './settings';

const isGood = (change: Partial<Record<keyof Settings, unknown>>) =>
  settingsSchema.safeParse({ ...defaultSettings, ...change }).success;

describe('the settings', () => {
  it('that were never changed are the rules that the product documents', () => {
    expect(defaultSettings).toMatchObject({
      operatorName: '',
      customerVoice: 'es-usted',
      countryCode: '57',
      wisphubServiceUrl: '',
      stableFrom: 0.8,
      slowFibreMs: 20,
      slowWirelessMs: 60,
      slowSatelliteMs: 700,
      jitterMs: 30,
      bodyDays: 30,
      pingMonths: null,
      idleDeskMinutes: 60,
      idleTechnicianMinutes: 720,
    });
  });

  it('of an older version get the defaults of what it did not know, and lose what nobody knows', () => {
    const stored = { operatorName: 'Red Demo', forgotten: true };
    expect(settingsSchema.parse(stored)).toEqual({ ...defaultSettings, operatorName: 'Red Demo' });
  });

  it('keep texts and words without spaces around them', () => {
    const typed = { operatorName: '  Red Demo ', fibreWords: [' gpon '] };
    expect(settingsSchema.parse(typed)).toMatchObject({ operatorName: 'Red Demo', fibreWords: ['gpon'] });
  });

  it.each([
    ['stableFrom', [0.01, 0.29, 0.57, 0.8, 1], [0, 0.005, 0.805, 1.01, -1, Number.NaN, '0.8', null]],
    ['slowFibreMs', [1, 20, 10_000], [0, -5, 20.5, 10_001, Number.NaN, '20']],
    ['jitterMs', [1, 10_000], [0, 1.5, 10_001]],
    ['bodyDays', [1, 30, 3650], [0, 1.5, 3651, null, '30']],
    ['pingMonths', [null, 1, 600], [0, 1.5, 601, '', '12']],
    ['idleDeskMinutes', [5, 60, 720], [4, 721, 5.5, null, '60']],
    ['idleTechnicianMinutes', [5, 720], [0, 721]],
    ['countryCode', ['1', '57', '1809'], ['', '+57', '57 ', '12345', 57]],
    ['customerVoice', ['es-usted', 'es-tu', 'es-vos', 'pt-BR', 'en'], ['fr', '', null]],
    ['operatorName', ['', 'x'.repeat(80)], ['x'.repeat(81), null]],
    ['fibreWords', [[], ['gpon', 'fibra óptica']], [[''], ['x'.repeat(41)], 'gpon', Array(41).fill('a')]],
    [
      'wisphubServiceUrl',
      ['', 'https://wisphub.example/clientes/{id}/', 'https://wisphub.example/?s={id}'],
      [
        'https://wisphub.example/clientes/',
        'http://wisphub.example/{id}',
        'javascript:alert({id})',
        'https://{id}:x:y/',
        '{id}',
        ' ftp://a/{id}',
      ],
    ],
  ] as const)('%s accepts what makes sense and nothing else', (name, good, bad) => {
    for (const value of good) expect([value, isGood({ [name]: value })]).toEqual([value, true]);
    for (const value of bad) expect([value, isGood({ [name]: value })]).toEqual([value, false]);
  });
});

describe('the rules under the settings', () => {
  it('are the default ones, of version 1, while nobody changes the boundary', () => {
    expect(rulesOf(defaultSettings)).toEqual(defaultRules);
  });

  it('have the boundary of the operator, and change nothing else', () => {
    expect(rulesOf({ stableFrom: 0.9 })).toEqual({ ...defaultRules, stableFrom: 0.9, version: 190 });
  });

  it('have a version of their own for each boundary that the settings accept', () => {
    const shares = Array.from({ length: 1001 }, (_, index) => index / 1000);
    const accepted = shares.filter((stableFrom) => isGood({ stableFrom }));
    expect(accepted).toHaveLength(100);
    const versions = new Set(accepted.map((stableFrom) => rulesOf({ stableFrom }).version));
    expect(versions.size).toBe(accepted.length);
    for (const version of versions) expect(Number.isInteger(version)).toBe(true);
  });
});
