import { z } from 'zod';
import { exportItemSchema } from '@/lib/domain/export-item';
import { EXPORT_TYPES } from '@/lib/domain/history-export';
import { inBody, inPath, type DescribedOperation } from '@/lib/openapi/described-operation';
import { GET as readExportFile } from '../exports/[exportId]/file/route';
import { GET as listExports, POST as startExport } from '../exports/route';
import { DAYS, language } from './history-operations';

/** Files of the history that are made in the background. */
export const exportOperations: readonly DescribedOperation[] = [
  {
    id: 'listExports',
    group: 'Exports',
    method: 'GET',
    path: '/api/v1/exports/',
    handler: listExports,
    summary: 'List the own exports',
    text: ['The latest twenty, with how far each is.'],
    needs: ['exports:own'],
    places: {},
    answers: [
      {
        action: 'exports_listed',
        text: 'The exports.',
        data: z.object({ items: z.array(exportItemSchema) }),
      },
    ],
    samples: [{ title: 'The exports', path: '/api/v1/exports/', status: 200, actions: ['exports_listed'] }],
  },
  {
    id: 'startExport',
    group: 'Exports',
    method: 'POST',
    path: '/api/v1/exports/',
    handler: startExport,
    summary: 'Export the history in the background',
    text: [
      'As it stands now, for more than a browser waits for. A program asks for `GET /api/v1/history/export/`. The file is kept for a week; at most five are under way for each person.',
    ],
    needs: ['exports:own'],
    places: {
      format: inBody('format', '`csv` for a spreadsheet, `jsonl` for a program.'),
      filter: inBody(
        'filter',
        'What of the history: as the parameters of the list, every one of them. Null means any.',
      ),
      locale: language,
    },
    answers: [{ action: 'export_started', text: 'The export.', data: exportItemSchema }],
    errors: ['conflict'],
    refuses: DAYS,
    samples: [],
  },
  {
    id: 'readExportFile',
    group: 'Exports',
    method: 'GET',
    path: '/api/v1/exports/{export_id}/file/',
    handler: readExportFile,
    summary: 'Get the file of an export',
    text: ['For its owner, and for administrators.'],
    needs: ['exports:own'],
    places: { exportId: inPath('export_id', 'The export.') },
    answers: [],
    file: { types: Object.values(EXPORT_TYPES), text: 'The file.' },
    errors: ['export_unknown', 'conflict'],
    samples: [
      {
        title: 'An export that is none',
        path: '/api/v1/exports/00000000-0000-4000-8000-000000000000/file/',
        status: 404,
        actions: ['export_unknown'],
      },
    ],
  },
];
