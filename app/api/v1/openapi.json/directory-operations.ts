import { z } from 'zod';
import { directoryItemSchema } from '@/lib/domain/directory-item';
import { importItemSchema } from '@/lib/domain/import-item';
import { pageOf } from '@/lib/openapi/answer-schemas';
import { inBody, inPath, inQuery, type DescribedOperation } from '@/lib/openapi/described-operation';
import { DELETE as discardImport, GET as readImport } from '../directory/imports/[importId]/route';
import { GET as readRejected } from '../directory/imports/[importId]/rejected/route';
import { POST as takeOverImport } from '../directory/imports/[importId]/take-over/route';
import { GET as listImports, POST as stageImport } from '../directory/imports/route';
import { GET as readDirectory } from '../directory/route';
import { POST as syncDirectory } from '../directory/sync/route';
import { GET as readTemplate } from '../directory/template/route';
import { language } from './history-operations';

const CSV = 'text/csv; charset=utf-8';
const importsPath = '/api/v1/directory/imports/';
const importId = inPath('import_id', 'The import.');
const NO_ID = '00000000-0000-4000-8000-000000000000';
const samples: DescribedOperation['samples'] = [];

const directory: readonly DescribedOperation[] = [
  {
    id: 'readDirectory',
    group: 'Directory',
    method: 'GET',
    path: '/api/v1/directory/',
    handler: readDirectory,
    summary: 'See how the directory stands',
    text: ['Its size, its last load, and the load under way.'],
    needs: ['directory:read'],
    places: {},
    answers: [{ action: 'directory_read', text: 'How it stands.', data: directoryItemSchema }],
    samples: [
      { title: 'How it stands', path: '/api/v1/directory/', status: 200, actions: ['directory_read'] },
    ],
  },
  {
    id: 'syncDirectory',
    group: 'Directory',
    method: 'POST',
    path: '/api/v1/directory/sync/',
    handler: syncDirectory,
    summary: 'Load the directory from WispHub',
    text: ['In the background; who asks while it is being loaded asks for the same load.'],
    needs: ['directory:sync'],
    places: {
      believesShort: inBody(
        'believe_short_list',
        'True marks those who are missing even when they are more than half.',
        { fallback: false },
      ),
    },
    answers: [{ action: 'directory_sync_started', text: 'It is under way.' }],
    errors: ['directory_unavailable'],
    samples,
  },
  {
    id: 'readImportTemplate',
    group: 'Imports',
    method: 'GET',
    path: '/api/v1/directory/template/',
    handler: readTemplate,
    summary: 'Get an empty file to fill in',
    text: [],
    needs: ['directory:import'],
    places: { language },
    answers: [],
    file: { types: [CSV], text: 'The header of every column.' },
    samples: [{ title: 'In English', path: '/api/v1/directory/template/?lang=en', status: 200, actions: [] }],
  },
];

const imports: readonly DescribedOperation[] = [
  {
    id: 'listImports',
    group: 'Imports',
    method: 'GET',
    path: importsPath,
    handler: listImports,
    summary: 'List the own imports',
    text: ['The file that the caller brought last, if it still waits or was taken over; none otherwise.'],
    needs: ['directory:import'],
    places: {},
    answers: [{ action: 'imports_listed', text: 'One import, or none.', data: pageOf(importItemSchema) }],
    samples: [{ title: 'The last file', path: importsPath, status: 200, actions: ['imports_listed'] }],
  },
  {
    id: 'stageImport',
    group: 'Imports',
    method: 'POST',
    path: importsPath,
    handler: stageImport,
    summary: 'Have a file of services checked',
    text: ['A dry run: tells what is wrong with each row and what taking it over would do.'],
    needs: ['directory:import'],
    places: { fileName: inQuery('name', 'What the file is called.', { fallback: 'services.csv' }) },
    takes: {
      type: 'text/csv',
      text: 'The file itself, at most 100 MB, with one service a row. A header names the columns.',
      example: 'Service id,Name\n12345,María José Rojas\n',
    },
    answers: [{ action: 'import_checked', text: 'What is in it.', data: importItemSchema }],
    errors: ['import_spreadsheet', 'import_empty', 'import_without_ids', 'import_broken', 'conflict'],
    refuses: 'A `name` of nothing but spaces is none.',
    samples,
  },
  {
    id: 'readImport',
    group: 'Imports',
    method: 'GET',
    path: `${importsPath}{import_id}/`,
    handler: readImport,
    summary: 'Read an import',
    text: [],
    needs: ['directory:import'],
    places: { importId },
    answers: [{ action: 'import_read', text: 'The import.', data: importItemSchema }],
    errors: ['import_unknown'],
    samples: [
      {
        title: 'An import that is none',
        path: `${importsPath}${NO_ID}/`,
        status: 404,
        actions: ['import_unknown'],
      },
    ],
  },
  {
    id: 'readRejectedRows',
    group: 'Imports',
    method: 'GET',
    path: `${importsPath}{import_id}/rejected/`,
    handler: readRejected,
    summary: 'Get the rejected rows of an import',
    text: ['As they came, with a column that says what is wrong, to be corrected and sent again.'],
    needs: ['directory:import'],
    places: { importId, language },
    answers: [],
    file: { types: [CSV], text: 'The rows.' },
    errors: ['import_unknown'],
    samples,
  },
  {
    id: 'takeOverImport',
    group: 'Imports',
    method: 'POST',
    path: `${importsPath}{import_id}/take-over/`,
    handler: takeOverImport,
    summary: 'Take an import over into the directory',
    text: ['In the background, all of it or nothing.'],
    needs: ['directory:import'],
    places: { importId },
    answers: [
      {
        action: 'import_taken_over',
        text: 'It is under way.',
        data: z.object({ import_id: z.uuid(), rows: z.number().int() }),
      },
    ],
    errors: ['import_unknown', 'import_has_errors', 'directory_busy', 'conflict'],
    samples,
  },
  {
    id: 'discardImport',
    group: 'Imports',
    method: 'DELETE',
    path: `${importsPath}{import_id}/`,
    handler: discardImport,
    summary: 'Forget an import',
    text: ['One that was not taken over.'],
    needs: ['directory:import'],
    places: { importId },
    answers: [{ action: 'import_discarded', text: 'Done.' }],
    errors: ['import_unknown', 'conflict'],
    samples,
  },
];

/** How customers come into the directory. */
export const directoryOperations: readonly DescribedOperation[] = [...directory, ...imports];
