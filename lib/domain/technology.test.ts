import { describe, expect, it } from 'vitest';
import { defaultTechnologyWords, technologyOf } from './technology';

const words = defaultTechnologyWords;
const of = (plan: string | null, sector: string | null = null, router: string | null = null) => {
  const node = (name: string | null) => (name === null ? null : { name });
  return { plan: node(plan), sector: node(sector), router: node(router) };
};

describe('the access technology of a record', () => {
  it.each([
    ['Plan FIBRA 100 Mbps', 'fibre'],
    ['FTTH-50M', 'fibre'],
    ['FTTH50M', 'fibre'],
    ['Residencial GPON_200', 'fibre'],
    ['Inalámbrico 20M', 'wireless'],
    ['Antena sectorial', 'wireless'],
    ['Satélite rural', 'satellite'],
    ['Starlink comunidad', 'satellite'],
  ] as const)('"%s" tells %s', (plan, technology) => {
    expect(technologyOf(of(plan), words)).toBe(technology);
  });

  it.each(['Plan 20M', '', '   ', 'Apolo 10M', 'Ponce Norte', 'Radiofaro', 'Fibrado'])(
    '"%s" tells nothing: a part of a word is not the word',
    (plan) => {
      expect(technologyOf(of(plan), words)).toBeNull();
    },
  );

  it('is told by the plan before the sector, and by the sector before the router', () => {
    expect(technologyOf(of('Fibra 50', 'Antena Norte', 'Starlink 1'), words)).toBe('fibre');
    expect(technologyOf(of('Plan 50', 'Antena Norte', 'Starlink 1'), words)).toBe('wireless');
    expect(technologyOf(of(null, null, 'Starlink 1'), words)).toBe('satellite');
    expect(technologyOf(of(null), words)).toBeNull();
  });

  it('is not told by a name that speaks of two, and the next name may still tell it', () => {
    expect(technologyOf(of('Fibra o antena'), words)).toBeNull();
    expect(technologyOf(of('Fibra o antena', 'OLT Centro'), words)).toBe('fibre');
  });

  it.each([
    ['capitals', 'GPON-X', 'Plan gpon-x 50'],
    ['accents', 'Óptica', 'Plan optica 50'],
    ['two words', 'fibra óptica', 'Plan Fibra Optica 50M'],
    ['a number', '5G', 'Hogar 5G'],
  ])('is recognised by a word that an operator writes with %s', (_name, word, plan) => {
    const own = { fibre: [word], wireless: [], satellite: [] };
    expect(technologyOf(of(plan), own)).toBe('fibre');
    expect(technologyOf(of('Plan 50M'), own)).toBeNull();
  });

  it('is not recognised by a word without letters', () => {
    expect(technologyOf(of(''), { fibre: ['', ' ', '—'], wireless: [], satellite: [] })).toBeNull();
  });
});
