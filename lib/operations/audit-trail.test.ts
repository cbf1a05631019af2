import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertAuditEntry } from '@/lib/db/audit-entries';
import { noOrigin, type AuditEntry } from '@/lib/domain/audit';
import {
  auditFilterSchema,
  defaultAuditFilter,
  parseAuditFilter,
  readAuditFilter,
  writeAuditFilter,
  type AuditFilter,
} from '@/lib/domain/audit-filter';
import { LOCALES } from '@/lib/i18n/locale';
import { exportAudit } from './export-audit';
import { readAudit } from './read-audit';
import { readAuditChoices } from './read-audit-choices';
import { person, program, testSystem, type TestSystem } from './test-system';

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
  // The trail cannot be emptied, so all rows of this file are written once.
  for (const row of ROWS) await insertAuditEntry(test.store.db, { ...BASE, ...row });
  for (let count = 0; count < 120; count += 1) {
    const target = { kind: 'service', id: String(count), name: `Cliente ${count}` };
    await insertAuditEntry(test.store.db, { ...BASE, action: 'note_write', target });
  }
});
afterAll(() => test.close());

const agent = person('agent');
const BASE: AuditEntry = {
  actor: agent,
  action: 'sign_in',
  outcome: 'done',
  target: null,
  changes: null,
  origin: { ...noOrigin, address: '192.0.2.7' },
};
const ROWS: Partial<AuditEntry>[] = [
  { actor: null, outcome: 'refused', target: { kind: 'user', id: 'x', name: 'nadie@example.com' } },
  { actor: 'system', action: 'import_take_over', target: { kind: 'import', id: 'i', name: '50%_off.csv' } },
  { actor: program('ping:read'), action: 'token_use' },
  { action: 'settings_change', changes: { operatorName: ['', '=HYPERLINK("http://x")'] } },
  { action: 'note_delete', target: { kind: 'service', id: '77', name: '=cmd|calc' } },
];

const admin = () => ({ ...test.as(person('admin')), now: () => new Date() });
async function found(change: Partial<AuditFilter>, limit = 200) {
  const filter = { ...defaultAuditFilter, period: 'today' as const, ...change };
  const { rows } = await readAudit(admin(), { filter, limit, after: null });
  return rows.map(({ action }) => action);
}

describe('the audit trail', () => {
  it('is read page by page, each row once and the newest first', async () => {
    const filter = { ...defaultAuditFilter, action: 'note_write' as const };
    const ids: number[] = [];
    let after: number | null = null;
    do {
      const page: Awaited<ReturnType<typeof readAudit>> = await readAudit(admin(), {
        filter,
        limit: 50,
        after,
      });
      ids.push(...page.rows.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(ids).toHaveLength(120);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
  });

  it('is filtered by who, what, outcome and target', async () => {
    expect(await found({ who: 'anonymous' })).toEqual(['sign_in']);
    expect(await found({ who: 'system' })).toEqual(['import_take_over']);
    expect(await found({ who: program('ping:read').id })).toEqual(['token_use']);
    expect(await found({ who: agent.id, action: 'settings_change' })).toEqual(['settings_change']);
    expect(await found({ outcome: 'refused' })).toEqual(['sign_in']);
    expect(await found({ target: 'service:77' })).toEqual(['note_write', 'note_delete']);
    expect(await found({ period: 'yesterday' })).toEqual([]);
  });

  it('is searched by parts of names, ids and addresses, whose signs mean themselves', async () => {
    expect(await found({ q: 'NADIE@' })).toEqual(['sign_in']);
    expect(await found({ q: '50%_' })).toEqual(['import_take_over']);
    expect(await found({ q: '192.0.2.7', outcome: 'refused' })).toEqual(['sign_in']);
    expect(await found({ q: '%' })).toEqual(['import_take_over']);
  });

  it('can be looked through for everybody with an account', async () => {
    const { who } = await readAuditChoices(admin());
    expect(who.map(({ name }) => name)).toContain(agent.name);
  });
});

describe('the filter of an address', () => {
  it('comes back as it was, and a default leaves no trace', () => {
    expect(writeAuditFilter(defaultAuditFilter).toString()).toBe('');
    const filter: AuditFilter = {
      period: '7d',
      from: '2026-01-01',
      to: '2026-02-01',
      who: 'system',
      action: 'sign_in',
      outcome: 'failed',
      target: 'service:1',
      q: 'Ana',
    };
    expect(parseAuditFilter(writeAuditFilter(filter))).toEqual(filter);
  });

  it.each([
    'who=me',
    'action=eat',
    'outcome=maybe',
    'target=x',
    'from=soon',
    'from=2026-02-02&to=2026-02-01',
  ])('that is none is refused: %s', (text) => {
    const query = new URLSearchParams(text);
    expect(auditFilterSchema.safeParse(readAuditFilter(query)).success).toBe(false);
    expect(parseAuditFilter(query)).toEqual(defaultAuditFilter);
  });
});

describe('an export of the trail', () => {
  async function textOf(format: 'csv' | 'jsonl', locale: (typeof LOCALES)[number] = 'es') {
    const { pieces } = await exportAudit(admin(), { filter: defaultAuditFilter, format, locale });
    let text = '';
    for await (const piece of pieces) text += piece;
    return text;
  }

  it.each(LOCALES)('in %s holds a line for each row, its own among them, and no formula', async (locale) => {
    const before = await found({}, 200);
    const text = await textOf('csv', locale);
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(before.length + 2);
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text).toContain("'=cmd|calc");
    expect(text).not.toMatch(/(^|[;,"])[=+@]/m);
  });

  it.each([
    ['es', 'Nombre del proveedor', 'la auditoría'],
    ['pt-BR', 'Nome do provedor', 'a auditoria'],
    ['en', 'Provider’s name', 'the audit trail'],
  ] as const)(
    'says in %s what the page says, and beside it the words of the code',
    async (locale, field, target) => {
      const text = await textOf('csv', locale);
      const line = text.split('\r\n').find((one) => one.includes('settings_change')) ?? '';
      expect(line).toContain(`${field}: `);
      expect(line).toContain('operatorName: ');
      expect(line).toContain('settings_change');
      expect(text.split('\r\n')[1]).toContain(target);
    },
  );

  it('as JSON Lines holds what the API answers', async () => {
    const lines = (await textOf('jsonl')).trimEnd().split('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      action: 'export_download',
      target: { kind: 'audit' },
      changes: { format: [null, 'jsonl'] },
    });
  });
});
