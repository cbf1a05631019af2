import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './fold';
import { soundOf, soundOfBeginning } from './sound';

describe('the sound of a word', () => {
  // Each line is one name as registries of Colombia, Mexico, Peru or Brazil have it, and as people write what they hear.
  it.each([
    ['b and v', 'vargas bargas'],
    ['b and v inside', 'benavides venavidez'],
    ['s and z', 'núñez nuñes nunes'],
    ['c before e and i', 'alicia alisia alizia'],
    ['s at the beginning', 'zapata sapata'],
    ['c before e at the beginning', 'cecilia sesilia zezilia'],
    ['x, s and z at the end', 'félix feliz felis'],
    ['silent h', 'hernández ernandes'],
    ['h that is said', 'johana yojana yohana joana johanna'],
    ['h after a letter', 'jhon john jon yon'],
    ['th', 'elizabeth elisabet elizabet'],
    ['th and jh', 'jonathan jhonatan yonatan'],
    ['ll and y', 'yepes llepes'],
    ['ll and y inside', 'castillo castiyo'],
    ['y between vowels', 'dayana daiana dallana'],
    ['y at the end', 'leidy leidi leydy'],
    ['j and g', 'jiménez giménez'],
    ['j and x', 'ximena jimena gimena'],
    ['x and j before a', 'xavier javier'],
    ['j between vowels', 'mejía megía mexía mehía'],
    ['y for an English j', 'yeison jeison'],
    ['g before i and a vowel', 'giovanni jovani yovanny'],
    ['gu before e and i', 'agüero aguero'],
    ['qu and k', 'quintero kintero'],
    ['c and k', 'catherine katherine caterine'],
    ['q alone', 'quispe qispe kispe'],
    ['ñ, nh and ny', 'muñoz munhoz munyoz munoz'],
    ['ng and ny', 'ángela anjela anyela'],
    ['ph', 'sophia sofia'],
    ['double letters', 'marianna mariana'],
    ['rr', 'guerrero guerero'],
    ['w', 'walter gualter'],
    ['w and gü', 'wilmer güilmer'],
    ['w and v after s', 'oswaldo osvaldo'],
    ['hu, gu and w', 'huamán guamán waman'],
    ['hu inside', 'nahuel naguel nawel'],
    ['s before a letter', 'stiven estiven'],
    ['m at the end', 'efraín efraim'],
    ['n before b', 'ambrosio anbrosio'],
    ['lh', 'carvalho carballo carvallo'],
    ['ç', 'gonçalves gonsalves gonzalves'],
    ['ç at the end', 'mendonça mendonsa'],
    ['ção', 'conceição conseisao'],
    ['z at the end', 'luiz luís'],
    ['qu and z', 'queiroz queirós keiros'],
  ])('is one for %s: %s', (_what, words) => {
    expect(new Set(words.split(' ').map(soundOf)).size).toBe(1);
  });

  it.each([
    'maría mario',
    'pérez pereira',
    'juan joana',
    'gómez gámez',
    'rosa rocío',
    'nieves naves',
    'franco franca',
    'casa gasa',
    'pedro perro',
    'sara sala',
    'migel miguel',
  ])('tells names apart that do not sound alike: %s', (words) => {
    const [first = '', ...others] = words.split(' ');
    for (const other of others) expect(soundOf(other)).not.toBe(soundOf(first));
  });

  it('is written as the directory keeps it', () => {
    expect(soundOf('Johana')).toBe('yoana');
    expect(soundOf('Vargas')).toBe('bargas');
    expect(soundOf('Núñez')).toBe('nunes');
  });

  it('is that of the folded word, without a space, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const sound = soundOf(text);
        expect(sound).toBe(soundOf(fold(text)));
        expect(sound).not.toMatch(/\s/);
        expect(sound === '').toBe(fold(text) === '');
      }),
      { numRuns: 3000 },
    );
  });
});

/** Words with the spellings that matter more often than chance would have them. */
const spelling = fc
  .array(
    fc.constantFrom(
      ...'a e i o u b c d f g h j k l m n ñ p q r s t v w x y z ll ch nh gu qu ph ão ç'.split(' '),
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((letters) => letters.join(''));

describe('the sound of a beginning', () => {
  it('begins the sound of every word that begins so', () => {
    fc.assert(
      fc.property(spelling, fc.nat(), (word, cut) => {
        const begun = fold(word).slice(0, 1 + (cut % fold(word).length));
        expect(soundOf(word).startsWith(soundOfBeginning(begun))).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('holds what was typed but for a last letter that may yet sound otherwise', () => {
    expect(['yoj', 'yojan', 'var', 'barg', 'rodrig'].map(soundOfBeginning)).toEqual([
      'yo',
      'yoa',
      'bar',
      'bar',
      'rodri',
    ]);
  });
});
