import { describe, expect, it } from 'vitest';
import type { AuditChanges } from './audit';
import { changesCode, changesText, type ChangeStyle } from './audit-changes-text';

const STYLE: ChangeStyle = {
  words: {
    fields: { role: 'Rol', expires_at: 'Vence', who: 'Quién', scopes: 'Alcances', rows: 'Filas' },
    values: { role: { agent: 'Agente', admin: 'Administración' }, scopes: { 'ping:read': 'Leer' } },
    nothing: 'nada',
    yes: 'sí',
    no: 'no',
  },
  moment: () => '22/11/2026 15:00',
  number: (value) => value.toLocaleString('es'),
  list: (items) => items.join(' y '),
  nameOf: (id) => (id === 'u1' ? 'Ana' : undefined),
};

describe('the changes of an entry in words', () => {
  it.each<[changes: AuditChanges, text: string]>([
    [{ role: ['agent', 'admin'] }, 'Rol: Agente → Administración'],
    [{ role: [null, 'agent'] }, 'Rol: Agente'],
    [{ role: ['agent', null] }, 'Rol: Agente → nada'],
    [{ expires_at: [null, '2026-11-22T20:00:00.000Z'] }, 'Vence: 22/11/2026 15:00'],
    [{ who: [null, 'u1'] }, 'Quién: Ana'],
    [{ who: [null, 'u2'] }, 'Quién: u2'],
    [{ scopes: [null, ['ping:read', 'x:y']] }, 'Alcances: Leer y x:y'],
    [{ rows: [null, 12.5], quiet: [true, false] }, 'Filas: 12,5; quiet: sí → no'],
  ])('%j', (changes, text) => expect(changesText(changes, STYLE)).toBe(text));

  it('are none where nothing has changed', () => {
    expect(changesText({ rows: [1, 1] }, STYLE)).toBeNull();
    expect(changesText(null, STYLE)).toBeNull();
  });

  it('take no word from what every object has', () => {
    const changes: AuditChanges = Object.fromEntries([['constructor', [null, 'toString']]]);
    expect(changesText(changes, STYLE)).toBe('constructor: toString');
  });

  it('stand beside it in the words of the code', () => {
    expect(changesCode({ role: ['agent', 'admin'], rows: [null, 12] } satisfies AuditChanges)).toBe(
      'role: agent → admin; rows: null → 12',
    );
    expect(changesCode(null)).toBeNull();
  });
});
