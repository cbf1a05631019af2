import { describe, expect, it } from 'vitest';
import { fold } from './fold';
import { fitOf, type Candidate } from './search-match';
import { soundOf } from './sound';
import { readTypedSearch } from './typed-search';

function candidate(name: string, changes: Partial<Candidate> & { address?: string } = {}): Candidate {
  const { address = '', ...others } = changes;
  return {
    serviceId: 1042,
    name: fold(name),
    text: fold(`${name} ${address}`),
    sounds: fold(name)
      .split(' ')
      .map((word) => ` ${soundOf(word)}`)
      .join(''),
    phones: '',
    document: '',
    ip: null,
    mac: null,
    ...others,
  };
}

const match = (one: Candidate, typed: string) => fitOf(one, readTypedSearch(typed, '57'))?.match ?? null;

describe('how surely a name fits', () => {
  const lucia = candidate('Lucía Gómez');
  it.each([
    ['lucia gomez', false],
    ['luc gom', false],
    ['luzia gomes', false],
    ['lusi gomez', true],
    ['lucai gomez', false],
    ['lucia gonmez', false],
    ['lucia gomze', false],
  ])('"%s" is loose: %s', (typed, loose) => {
    expect(fitOf(lucia, readTypedSearch(typed, '57'))?.loose).toBe(loose);
  });
});

describe('how a name fits', () => {
  const johana = candidate('Johana Vargas Peña', { address: 'Cl 12 # 4-31, Centro' });
  it.each([
    ['johana vargas', 'whole'],
    ['PEÑA JOHANA', 'whole'],
    ['vargas joh', 'prefix'],
    ['jo va pe', 'prefix'],
    ['johana centro', 'elsewhere'],
    ['centro', 'elsewhere'],
    ['yojana bargas', 'sound'],
    ['yoana varg', 'sound'],
    ['johana barg', 'sound'],
    ['yohana centro', 'sound'],
    ['johana vragas', 'typo'],
    ['johena vergas', 'typo'],
    ['johana vargaz peñ', 'sound'],
    ['johana gomez', null],
    ['ohana', 'typo'],
    ['hana', null],
  ] as const)('"%s" is %s', (typed, expected) => {
    expect(match(johana, typed)).toBe(expected);
  });

  it.each([
    ['José Núñez', 'jose nunez', 'whole'],
    ['José Núñez', 'jose nuñes', 'sound'],
    ['Xavier Gutiérrez', 'javier gutierez', 'sound'],
    ['Ximena Mejía', 'jimena megia', 'sound'],
    ['Walter Huamán', 'gualter guaman', 'sound'],
    ['Gonçalo Guimarães', 'gonsalo guimaraes', 'sound'],
    ['Conceição Araújo', 'conseisao araujo', 'sound'],
    ['Antônio Queiroz', 'antonio keiros', 'sound'],
    ['Maria Aparecida Munhoz', 'aparesida muñoz', 'sound'],
    ['Guadalupe Xicoténcatl', 'guadalupe jicotencatl', 'sound'],
    ['Isabella Rodríguez', 'isabela rodrigez', 'typo'],
    ['Brayan Estupiñán', 'bryan estupinan', 'typo'],
    ['Héctor Ríos', 'etor rios', 'typo'],
    ['Hetor Ríos', 'etor rios', 'sound'],
    ['José Núñez', 'jsoe nunez', 'typo'],
    ['José Núñez', 'jose nnez', 'typo'],
    ['Luis Gómez', 'luiz gomez', 'sound'],
    ['Ana Gómez', 'anna gomez', 'sound'],
    ['Rosa Díaz', 'rosa diza', 'typo'],
    ["Bernardo O'Higgins", "o'higgins", 'whole'],
    ['María de la Cruz', 'de la cruz', 'whole'],
  ] as const)('%s for "%s" is %s', (name, typed, expected) => {
    expect(match(candidate(name), typed)).toBe(expected);
  });

  it('takes no word for another of four letters when two of them differ', () => {
    for (const typed of ['jeso', 'jona', 'sole']) expect(match(candidate('José'), typed)).toBeNull();
  });

  it('forgives no typo in a word of three letters or in a number', () => {
    expect(match(candidate('Ana Gil'), 'ane gil')).toBeNull();
    expect(match(candidate('Torre 1234'), 'torre 1235')).toBeNull();
  });

  it('is by the address alone for a record from before names were kept apart', () => {
    expect(match({ ...candidate('Johana Vargas'), name: '', sounds: '' }, 'johana')).toBe('elsewhere');
  });
});

describe('how a number fits', () => {
  const one = candidate('Ana Torres', {
    serviceId: 12345,
    phones: '3001234567 576044445566',
    document: '1017222333',
    ip: '10.7.0.120',
    mac: '02005e1000aa',
  });
  it.each([
    ['12345', 'id'],
    ['123', 'id_begins'],
    ['1.017.222.333', 'document'],
    ['1017222', 'begins'],
    ['2333', 'ends'],
    ['300 123 4567', 'phone'],
    ['+57 300 123 4567', 'phone'],
    ['573001234567', 'phone'],
    ['57300123', 'begins'],
    ['4445566', 'phone'],
    ['604 444', 'begins'],
    ['4567', 'ends'],
    ['0123', 'within'],
    ['9876', null],
    ['1234', 'id_begins'],
    ['0012', 'within'],
    ['333', null],
    ['10.7.0.120', 'ip'],
    ['10.7.0.12', 'begins'],
    ['02:00:5E:10:00:AA', 'mac'],
    ['02-00-5e-10-00-aa', 'mac'],
    ['02005e1000aa', 'mac'],
    ['02:00:5e', 'begins'],
    ['99999999999999999999', null],
  ] as const)('"%s" is %s', (typed, expected) => {
    expect(match(one, typed)).toBe(expected);
  });

  it('says nothing of a document to those from whom it is kept', () => {
    for (const typed of ['1017222333', '1.017.222.333', '1017222', '2333'])
      expect(match({ ...one, document: '' }, typed)).toBeNull();
  });
});
