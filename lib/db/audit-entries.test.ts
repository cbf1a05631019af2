import { afterAll, beforeAll, expect, it } from 'vitest';
import { noOrigin } from '@/lib/domain/audit';
import { insertAuditEntry } from './audit-entries';
import { testStore, type TestStore } from './test-store';

let store: TestStore;
beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());

it('what the audit trail holds can be neither changed nor deleted nor emptied', async () => {
  await insertAuditEntry(store.db, {
    actor: null,
    action: 'sign_in',
    outcome: 'refused',
    target: { kind: 'user', id: 'x'.repeat(5000), name: null },
    changes: null,
    origin: { ...noOrigin, userAgent: 'y'.repeat(5000) },
  });

  const run = (text: string) => store.db.$client.query(text);
  for (const text of [
    "update audit_entries set outcome = 'done'",
    'delete from audit_entries',
    'truncate audit_entries',
  ]) {
    await expect(run(text)).rejects.toThrow(/append-only/);
  }
  const { rows } = await run(
    'select actor_kind, outcome, length(target_id) + length(user_agent) as size from audit_entries',
  );
  expect(rows).toEqual([{ actor_kind: 'anonymous', outcome: 'refused', size: 500 }]);
});
