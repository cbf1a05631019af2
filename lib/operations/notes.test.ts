import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pings, users } from '@/lib/db/schema';
import { storePing } from '@/lib/db/test-store';
import { NOTE_MOST } from '@/lib/domain/note';
import type { Actor } from '@/lib/domain/role';
import { deleteNote, mayDeleteNote } from './delete-note';
import { readNotes, type ReadNotesInput } from './read-notes';
import { person, refusal, testSystem, type TestSystem } from './test-system';
import { writeNote } from './write-note';

let test: TestSystem;

beforeAll(async () => {
  test = await testSystem();
});
beforeEach(() => test.reset());
afterAll(() => test.close());

const technician = person('technician');
const agent = person('agent');
const supervisor = person('supervisor');
const admin = person('admin');
const serviceId = 1042;
const everything = { serviceId, taskId: null, limit: 50, after: null };

const write = (text: string, by = agent, changes: { serviceId?: number; taskId?: string } = {}) =>
  writeNote(test.as(by), { serviceId, taskId: null, text, ...changes });
const texts = async (input: Partial<ReadNotesInput> = {}) =>
  (await readNotes(test.as(technician), { ...everything, ...input })).notes.map(({ text }) => text);

describe('a note', () => {
  it('is kept with who wrote it and when, for everybody', async () => {
    test.move(1000);
    const note = await write('Cambió el PoE.');
    const kept = {
      id: note.id,
      serviceId,
      pingId: null,
      text: 'Cambió el PoE.',
      authorId: agent.id,
      authorName: agent.name,
      writtenAt: test.system.now(),
    };
    expect(note).toEqual(kept);
    expect((await readNotes(test.as(technician), everything)).notes).toEqual([kept]);
  });

  it('of a line that the directory does not know is kept as well', async () => {
    await write('Nadie la conoce.', technician, { serviceId: 999_999 });
    expect(await texts({ serviceId: 999_999 })).toEqual(['Nadie la conoce.']);
    expect(await texts()).toEqual([]);
  });

  it('of the longest allowed text fits, in characters and not in bytes', async () => {
    const longest = 'ñ'.repeat(NOTE_MOST);
    await write(longest);
    expect(await texts()).toEqual([longest]);
  });

  it('may speak of a ping, and is found by it', async () => {
    const { ping } = await storePing(test.store.db, { serviceId });
    await write('De la línea');
    await write('De la medición', agent, { taskId: ping.id });
    expect(await texts({ taskId: ping.id })).toEqual(['De la medición']);
    expect(await texts()).toHaveLength(2);
  });

  it('outlives the ping it speaks of', async () => {
    const { ping } = await storePing(test.store.db, { serviceId });
    await write('De la medición', agent, { taskId: ping.id });
    await test.store.db.delete(pings).where(eq(pings.id, ping.id));
    const { notes } = await readNotes(test.as(agent), everything);
    expect(notes).toMatchObject([{ text: 'De la medición', pingId: null }]);
  });

  it('keeps the name of an author whose account is gone', async () => {
    await write('Quedó pendiente.');
    await test.store.db.delete(users).where(eq(users.id, agent.id));
    const { notes } = await readNotes(test.as(supervisor), everything);
    expect(notes).toMatchObject([{ authorId: null, authorName: agent.name }]);
  });

  it.each([
    ['of another service', async () => (await storePing(test.store.db, { serviceId: 7 })).ping.id],
    ['that does not exist', async () => randomUUID()],
  ])('about a ping %s is refused and not kept', async (_name, other) => {
    const refused = write('De otro', agent, { taskId: await other() });
    expect((await refusal(refused)).code).toBe('task_unknown');
    expect(await texts()).toEqual([]);
  });
});

describe('the notes of a line', () => {
  it('come from the newest on, in pages that miss none and repeat none', async () => {
    for (const text of ['one', 'two', 'three', 'four', 'five']) await write(text);
    expect(await texts(), 'all of the same moment').toEqual(['five', 'four', 'three', 'two', 'one']);
    test.move(1);
    await write('six');
    const read: string[] = [];
    let after: ReadNotesInput['after'] = null;
    do {
      const page = await readNotes(test.as(agent), { ...everything, limit: 2, after });
      read.push(...page.notes.map(({ text }) => text));
      after = page.next;
    } while (after !== null);
    expect(read).toEqual(['six', 'five', 'four', 'three', 'two', 'one']);
  });

  it('that fill the last page exactly promise no further one', async () => {
    await write('one');
    await write('two');
    expect((await readNotes(test.as(agent), { ...everything, limit: 2 })).next).toBeNull();
  });
});

describe('deleting a note', () => {
  const remove = (noteId: number, by: Actor, of = serviceId) =>
    deleteNote(test.as(by), { serviceId: of, noteId });

  it.each([
    ['its author', agent],
    ['a supervisor', supervisor],
    ['an administrator', admin],
  ])('is for %s', async (_name, by) => {
    const note = await write('Se borra');
    expect(mayDeleteNote(by, note)).toBe(true);
    await remove(note.id, by);
    expect(await texts()).toEqual([]);
  });

  it('is not for anybody else at the desk or on a roof', async () => {
    const note = await write('Queda', agent);
    const other = await write('Queda también', technician);
    expect(mayDeleteNote(technician, note)).toBe(false);
    expect((await refusal(remove(note.id, technician))).code).toBe('forbidden');
    expect((await refusal(remove(other.id, agent))).code).toBe('forbidden');
    expect(await texts()).toHaveLength(2);
  });

  it('of a person who is gone is left to supervisors: nobody inherits it', async () => {
    const note = await write('Queda', technician);
    await test.store.db.delete(users).where(eq(users.id, technician.id));
    expect((await refusal(remove(note.id, agent))).code).toBe('forbidden');
    await remove(note.id, supervisor);
    expect(await texts()).toEqual([]);
  });

  it('twice, or under another service, is note_unknown and deletes nothing', async () => {
    const note = await write('Una');
    expect((await refusal(remove(note.id, supervisor, 7))).code).toBe('note_unknown');
    expect(await texts()).toEqual(['Una']);
    await remove(note.id, agent);
    expect((await refusal(remove(note.id, agent))).code).toBe('note_unknown');
  });
});
