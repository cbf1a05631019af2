import { describe, expect, it } from 'vitest';
import { accountStanding } from './service';
import { MATCHES } from './search-match';
import {
  gatherCustomers,
  isCustomerDocument,
  rankFound,
  standingOf,
  VANISHED,
  type Found,
} from './search-rank';

let lastId = 0;
const found = (name: string, changes: Partial<Found> = {}): Found => ({
  serviceId: (lastId += 1),
  name,
  match: 'whole',
  sum: 0,
  standing: 0,
  recent: false,
  common: 0,
  turn: 0,
  loose: false,
  ip: null,
  customer: '',
  ...changes,
});

const names = (list: readonly Found[], text = '') => rankFound(list, text).map(({ name }) => name);

describe('the order of what was found', () => {
  it('is that of the matches, from an exact id to a typo', () => {
    const all = MATCHES.map((match) => found(match, { match }));
    expect(names(all.toReversed())).toEqual([...MATCHES]);
  });

  it('has the active before the suspended, and those before any other account', () => {
    const list = [2, 0, 1].map((standing) => found(String(standing), { standing }));
    expect(names(list)).toEqual(['0', '1', '2']);
  });

  it('has a worse match of an active service behind a better one of a suspended', () => {
    const list = [found('active', { match: 'sound' }), found('suspended', { standing: 1 })];
    expect(names(list)).toEqual(['suspended', 'active']);
  });

  it('has one typo before two', () => {
    const list = [
      found('two', { match: 'typo', sum: 26 }),
      found('one', { match: 'typo', sum: 22, standing: 1 }),
    ];
    expect(names(list)).toEqual(['one', 'two']);
  });

  it('has a vanished service last, unless its very id or document was typed', () => {
    const vanished = found('vanished', { standing: VANISHED });
    const typo = found('typo', { match: 'typo' });
    expect(names([vanished, typo])).toEqual(['typo', 'vanished']);
    expect(names([typo, { ...vanished, match: 'document' }])).toEqual(['vanished', 'typo']);
  });

  it('lifts whom this person helped lately by one kind of match, and to its beginning', () => {
    const recent = found('recent', { match: 'prefix', recent: true, standing: 1 });
    expect(names([found('whole'), recent])).toEqual(['recent', 'whole']);
    expect(names([found('whole'), { ...recent, match: 'elsewhere' }])).toEqual(['whole', 'recent']);
    expect(names([found('id', { match: 'id' }), { ...recent, match: 'whole' }])).toEqual(['id', 'recent']);
  });

  it('has names that begin with what was typed first, then shorter names, then the alphabet', () => {
    const list = ['ana jose nunez', 'zoe jose', 'jose nunez', 'jose nunez abad', 'abel jose'].map((name) =>
      found(name),
    );
    expect(names(list, 'jose')).toEqual([
      'jose nunez',
      'jose nunez abad',
      'abel jose',
      'zoe jose',
      'ana jose nunez',
    ]);
  });

  it('has names of which nothing is left to type before longer ones of the active, the commonest first', () => {
    const whole = { match: 'prefix', standing: 1 } as const;
    const list = [
      found('jose nubia gomez', { match: 'prefix' }),
      found('jose nunez', { ...whole, common: 3, standing: 1 }),
      found('jose nunes', { ...whole, common: 2, standing: 0 }),
      found('jose nuncira', { ...whole, common: 5, standing: 2 }),
    ];
    expect(names(list, 'jose nu')).toEqual(['jose nunez', 'jose nunes', 'jose nubia gomez', 'jose nuncira']);
  });

  it('has a name that many have in turns with others, and those that were not counted behind them', () => {
    const whole = (name: string, changes: Partial<Found>) => found(name, { match: 'prefix', ...changes });
    const list = [
      whole('luis gomes', { common: 0 }),
      ...[0, 0, 1].map((turn) => whole('luis gomez', { common: 3, turn })),
      whole('luis gomero', { common: 1 }),
    ];
    expect(names(list, 'luis gom')).toEqual([
      'luis gomez',
      'luis gomez',
      'luis gomero',
      'luis gomez',
      'luis gomes',
    ]);
  });

  it('gives a typo in a whole word every fourth place among names that only begin to sound like it', () => {
    const sounds = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) =>
      found(name, { match: 'sound', loose: true }),
    );
    const typos = ['t', 'u', 'v'].map((name) => found(name, { match: 'typo' }));
    const loose = found('w', { match: 'typo', loose: true });
    expect(names([...sounds, loose, ...typos]).join('')).toBe('abctdefugvw');
    const exact = sounds.map((one) => ({ ...one, loose: false }));
    expect(names([...exact, loose, ...typos]).join('')).toBe('abcdefgtuvw');
  });

  it('has addresses as numbers, and ids from the least', () => {
    const ips = ['10.0.0.10', '10.0.0.9', '10.0.0.100'].map((ip) => found(ip, { ip, match: 'begins' }));
    expect(names(ips)).toEqual(['10.0.0.9', '10.0.0.10', '10.0.0.100']);
    const ids = [1200, 120, 12000].map((serviceId) =>
      found(String(serviceId), { serviceId, match: 'id_begins' }),
    );
    expect(names(ids)).toEqual(['120', '1200', '12000']);
  });
});

describe('the services of one customer', () => {
  const gathered = (list: readonly Found[]) => gatherCustomers(list).map(({ name }) => name);

  it('stand together where the best of them is', () => {
    const list = [
      found('a1', { customer: '1017222' }),
      found('b'),
      found('a2', { customer: '1017222' }),
      found('c'),
      found('a3', { customer: '1017222' }),
    ];
    expect(gathered(list)).toEqual(['a1', 'a2', 'a3', 'b', 'c']);
  });

  it('are not told by a document that stands for none', () => {
    for (const customer of ['', '0', '1234', '0000000', '222222222222']) {
      expect(isCustomerDocument(customer)).toBe(false);
      expect(gathered([found('a1', { customer }), found('b'), found('a2', { customer })])).toEqual([
        'a1',
        'b',
        'a2',
      ]);
    }
  });

  it('stay behind when they vanished', () => {
    const customer = '1017222';
    const list = [found('a', { customer }), found('b'), found('old', { customer, standing: VANISHED })];
    expect(gathered(list)).toEqual(['a', 'b', 'old']);
  });

  it('are not mistaken for a service whose id is that number', () => {
    const list = [found('a', { serviceId: 1017222 }), found('b'), found('c', { customer: '1017222' })];
    expect(gathered(list)).toEqual(['a', 'b', 'c']);
  });
});

describe('the standing of an account', () => {
  it('follows what the word for it means', () => {
    for (const status of [
      'Activo',
      ' ATIVO ',
      'Gratis',
      'Suspendido',
      'suspenso',
      'Cancelado',
      'Otro',
      null,
    ]) {
      const expected = { active: 0, suspended: 1, cancelled: 2, unknown: 2 }[accountStanding(status)];
      expect(standingOf(status)).toBe(expected);
    }
  });
});
