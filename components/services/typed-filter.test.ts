import { describe, expect, it } from 'vitest';
import { matchingChoices, readTypedFilter } from './typed-filter';

describe('a filter that is being typed', () => {
  it.each([
    ['zona:', { name: 'zone', value: '', rest: '' }],
    ['Zona:norte', { name: 'zone', value: 'norte', rest: '' }],
    ['maria jose zona: el prado', { name: 'zone', value: 'el prado', rest: 'maria jose' }],
    ['setor:AP-7', { name: 'sector', value: 'AP-7', rest: '' }],
    ['roteador:rb', { name: 'router', value: 'rb', rest: '' }],
    ['situação:sus', { name: 'status', value: 'sus', rest: '' }],
    ['state:sus', { name: 'status', value: 'sus', rest: '' }],
  ])('is read in "%s"', (text, filter) => {
    expect(readTypedFilter(text)).toEqual(filter);
  });

  it.each(['maria', '02:00:5e', 'zona norte', 'amazona:x', 'ip:10.0', ':', ''])(
    'is not seen in "%s"',
    (text) => {
      expect(readTypedFilter(text)).toBeNull();
    },
  );
});

describe('the choices of a filter', () => {
  const choices = ['El Cañón', 'Zona Norte', 'Norte Viejo', 'Zona Sur', 'Córdoba'].map((name) => ({ name }));

  it('are those that hold what was typed, those with a word that begins so first', () => {
    const matching = matchingChoices(choices, 'no').map(({ name }) => name);
    expect(matching).toEqual(['Zona Norte', 'Norte Viejo', 'El Cañón']);
    expect(matchingChoices(choices, 'cordo').map(({ name }) => name)).toEqual(['Córdoba']);
    expect(matchingChoices(choices, '')).toEqual(choices);
  });
});
