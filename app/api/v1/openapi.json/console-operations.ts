import { z } from 'zod';
import { neighboursItemSchema } from '@/lib/domain/line-item';
import { noteItemSchema } from '@/lib/domain/note';
import { refreshedItemSchema } from '@/lib/domain/service-item';
import { upstreamItemSchema } from '@/lib/domain/upstream-item';
import { pageOf } from '@/lib/openapi/answer-schemas';
import { cursor, inBody, inPath, inQuery, type DescribedOperation } from '@/lib/openapi/described-operation';
import { PATCH as markPing } from '../pings/[taskId]/route';
import { POST as stopPing } from '../pings/[taskId]/stop/route';
import { PUT as markLine } from '../services/[serviceId]/line/route';
import { GET as readNeighbours } from '../services/[serviceId]/neighbours/route';
import { DELETE as deleteNote } from '../services/[serviceId]/notes/[noteId]/route';
import { GET as listNotes, POST as writeNote } from '../services/[serviceId]/notes/route';
import { POST as refreshService } from '../services/[serviceId]/refresh/route';
import { GET as readUpstream } from '../upstream/route';
import { serviceId } from './service-operations';

const taskId = inPath('task_id', 'The ping.');
const group = 'Desk';
const samples: DescribedOperation['samples'] = [];
const notesPath = '/api/v1/services/{service_id}/notes/';

const ofServices: readonly DescribedOperation[] = [
  {
    id: 'refreshService',
    group,
    method: 'POST',
    path: '/api/v1/services/{service_id}/refresh/',
    handler: refreshService,
    summary: 'Read a record from WispHub again',
    text: ['Within two seconds, and at most once a minute for everybody together.'],
    needs: ['service:refresh'],
    places: { serviceId },
    answers: [
      { action: 'service_refreshed', text: 'What came of it, and the record.', data: refreshedItemSchema },
    ],
    samples,
  },
  {
    id: 'listNeighbours',
    group,
    method: 'GET',
    path: '/api/v1/services/{service_id}/neighbours/',
    handler: readNeighbours,
    summary: 'See how the neighbours fared',
    text: ['From the tests of the last hour, without a new one.'],
    needs: ['neighbours:read'],
    places: { serviceId },
    answers: [{ action: 'neighbours_read', text: 'The neighbours.', data: neighboursItemSchema }],
    samples: [
      {
        title: 'The neighbours',
        path: '/api/v1/services/12345/neighbours/',
        status: 200,
        actions: ['neighbours_read'],
      },
    ],
  },
  {
    id: 'markLine',
    group,
    method: 'PUT',
    path: '/api/v1/services/{service_id}/line/',
    handler: markLine,
    summary: 'Note that a line never answers ping',
    text: ['Its silence is then drawn grey, not red. The mark holds for the address of today.'],
    needs: ['line:mark'],
    places: { serviceId, quiet: inBody('quiet', 'False takes the mark away.') },
    answers: [{ action: 'line_marked', text: 'Done.' }],
    errors: ['service_without_ip'],
    samples,
  },
  {
    id: 'listNotes',
    group: 'Notes',
    method: 'GET',
    path: notesPath,
    handler: listNotes,
    summary: 'List the notes about a line',
    text: ['From the newest on.'],
    needs: ['note:read'],
    places: {
      serviceId,
      taskId: inQuery('task_id', 'Only notes that speak of this ping.'),
      limit: inQuery('limit', 'Notes of a page.', { fallback: 50 }),
      after: cursor(),
    },
    answers: [{ action: 'notes_listed', text: 'A page of notes.', data: pageOf(noteItemSchema) }],
    samples: [
      {
        title: 'The last notes',
        path: '/api/v1/services/12345/notes/?limit=5',
        status: 200,
        actions: ['notes_listed'],
      },
    ],
  },
  {
    id: 'writeNote',
    group: 'Notes',
    method: 'POST',
    path: notesPath,
    handler: writeNote,
    summary: 'Write a note about a line',
    text: [],
    needs: ['note:write'],
    places: {
      serviceId,
      text: inBody('text', 'At most 2000 characters.'),
      taskId: inBody('task_id', 'The ping that it speaks of.', { fallback: null }),
    },
    answers: [{ action: 'note_written', text: 'The note.', data: noteItemSchema }],
    errors: ['task_unknown'],
    refuses: 'A `text` of nothing but spaces, or of more than 2000 characters, is none.',
    samples,
  },
  {
    id: 'deleteNote',
    group: 'Notes',
    method: 'DELETE',
    path: `${notesPath}{note_id}/`,
    handler: deleteNote,
    summary: 'Delete a note',
    text: ['Its author, a supervisor or an administrator may.'],
    needs: ['note:delete'],
    places: { serviceId, noteId: inPath('note_id', 'The note.') },
    answers: [{ action: 'note_deleted', text: 'Done.' }],
    errors: ['note_unknown'],
    samples,
  },
];

/** What a desk does with lines, notes and running pings. */
export const consoleOperations: readonly DescribedOperation[] = [
  ...ofServices,
  {
    id: 'stopPing',
    group,
    method: 'POST',
    path: '/api/v1/pings/{task_id}/stop/',
    handler: stopPing,
    summary: 'Go on without a running ping',
    text: ['It ends with what is known, unless somebody else asked for it too.'],
    needs: ['ping:stop'],
    places: { taskId },
    answers: [
      {
        action: 'ping_stopping',
        text: '`goes_on` is true when somebody else waits for it.',
        data: z.object({ goes_on: z.boolean() }),
      },
    ],
    errors: ['task_unknown'],
    samples,
  },
  {
    id: 'markPing',
    group,
    method: 'PATCH',
    path: '/api/v1/pings/{task_id}/',
    handler: markPing,
    summary: 'Note that a ping was made for the wrong customer',
    text: ['It is then left out of every count.'],
    needs: ['ping:mark'],
    places: { taskId, wrong_customer: inBody('wrong_customer', 'False takes the mark away.') },
    answers: [{ action: 'ping_marked', text: 'Done.' }],
    errors: ['task_unknown'],
    samples,
  },
  {
    id: 'readUpstream',
    group,
    method: 'GET',
    path: '/api/v1/upstream/',
    handler: readUpstream,
    summary: 'See how WispHub answers',
    text: ['As this instance saw its last calls.'],
    needs: ['upstream:read'],
    places: {},
    answers: [{ action: 'upstream_read', text: 'The last calls.', data: upstreamItemSchema }],
    samples: [
      { title: 'The last calls', path: '/api/v1/upstream/', status: 200, actions: ['upstream_read'] },
    ],
  },
];
