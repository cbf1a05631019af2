import { EXPORT_TYPES } from '@/lib/domain/history-export';
import { defaultHistoryFilter } from '@/lib/domain/history-filter';
import { historyItemSchema } from '@/lib/domain/history-item';
import { historyChoicesSchema, historySummarySchema } from '@/lib/domain/history-summary';
import { pingItemSchema } from '@/lib/domain/ping-details';
import { placeItemSchema } from '@/lib/domain/place-in-line';
import { pageOf } from '@/lib/openapi/answer-schemas';
import { cursor, flag, inPath, inQuery, type DescribedOperation } from '@/lib/openapi/described-operation';
import { GET as readChoices } from '../history/choices/route';
import { GET as exportHistory } from '../history/export/route';
import { GET as listHistory } from '../history/route';
import { GET as summariseHistory } from '../history/summary/route';
import { GET as getPlace } from '../pings/[taskId]/place/route';
import { GET as listPings } from '../pings/route';

const filter = {
  period: inQuery(
    'period',
    'Days up to now, in the time zone of the operator; `shift` is the last eight hours.',
    {
      fallback: defaultHistoryFilter.period,
    },
  ),
  from: inQuery('from', 'First day. With it or `to`, `period` does not count.', { example: '2026-11-01' }),
  to: inQuery('to', 'Last day, included. Not before `from`.', { example: '2026-11-30' }),
  outcomes: inQuery('outcome', 'Any of these outcomes, with a comma between them.', { fallback: [] }),
  remark: inQuery('remark', 'Only pings with this remark.'),
  zone: inQuery('zone', 'Only this zone, by its name at the time.'),
  router: inQuery('router', 'Only this router, by its name at the time.'),
  sector: inQuery('sector', 'Only this sector, by its name at the time.'),
  agent: inQuery('agent', 'Only what this person or token asked for, by id.'),
  source: inQuery('source', '`desk` for people at the console, `api` for programs.'),
  serviceId: inQuery('service', 'Only this service.', { example: 12345 }),
  q: inQuery('q', "The customer's name or address, a case code, or words of a note.", { fallback: '' }),
  last: flag('last', 'Only the last ping of each service.'),
  sort: inQuery('sort', 'Order of a list.', { fallback: defaultHistoryFilter.sort }),
};
/** What days are that no schema can say. */
export const DAYS = '`from` and `to` are days from 2000 to 2199, and `to` is not before `from`.';
export const format = inQuery('format', '`csv` for a spreadsheet, `jsonl` for a program.', {
  fallback: 'csv',
});
export const language = inQuery(
  'lang',
  'Language of a CSV: `es`, `pt-BR` or `en`. Otherwise that of `Accept-Language`, otherwise Spanish.',
  { wire: { type: 'string' }, fallback: 'es' },
);
const TODAY = 'An agent in the console sees this day only; a token with the scope sees all days.';

const pings: DescribedOperation = {
  id: 'listPings',
  group: 'Pings',
  method: 'GET',
  path: '/api/v1/pings/',
  handler: listPings,
  summary: 'List pings',
  text: [
    'From the newest on. With a `service_id` or a `case_code` the scope `ping:read` is enough; without either it takes `history:read`.',
  ],
  needs: ['pings:of_service', 'pings:all', 'pings:own'],
  places: {
    serviceId: inQuery('service_id', 'Only pings of this service.', { example: 12345 }),
    mine: flag('mine', 'Only those that the signed-in person asked for; not for tokens.'),
    caseCode: inQuery('case_code', 'Only pings with this case code.', {
      wire: { type: 'string', pattern: '^[34679ACDEFGHJKMNPQRTWXY]{6}$' },
      example: 'K7M4QA',
    }),
    limit: inQuery('limit', 'Pings of a page.', { fallback: 20 }),
    after: cursor(),
  },
  answers: [{ action: 'pings_listed', text: 'A page of pings.', data: pageOf(pingItemSchema) }],
  samples: [
    {
      title: 'The last pings of a service',
      path: '/api/v1/pings/?service_id=12345&limit=5',
      status: 200,
      actions: ['pings_listed'],
    },
  ],
};

const place: DescribedOperation = {
  id: 'getPlaceOfPing',
  group: 'Pings',
  method: 'GET',
  path: '/api/v1/pings/{task_id}/place/',
  handler: getPlace,
  summary: 'Find a ping among those of its service',
  text: ['Which of the pings of its service it is, the one after it, and what the line did before it.'],
  needs: ['pings:of_service'],
  places: { taskId: inPath('task_id', 'The ping.') },
  answers: [{ action: 'place_read', text: 'Its place.', data: placeItemSchema }],
  errors: ['task_unknown'],
  samples: [
    { title: 'Its place', path: '/api/v1/pings/{task_id}/place/', status: 200, actions: ['place_read'] },
  ],
};

const list: DescribedOperation = {
  id: 'listHistory',
  group: 'History',
  method: 'GET',
  path: '/api/v1/history/',
  handler: listHistory,
  summary: 'List the history',
  text: ['The pings of all services within a filter, page by page.', TODAY],
  needs: ['history:read'],
  places: { ...filter, limit: inQuery('limit', 'Pings of a page.', { fallback: 50 }), after: cursor() },
  answers: [{ action: 'pings_listed', text: 'A page of pings.', data: pageOf(historyItemSchema) }],
  refuses: DAYS,
  samples: [
    {
      title: 'What did not answer yesterday',
      path: '/api/v1/history/?period=yesterday&outcome=no_internet,intermittent',
      status: 200,
      actions: ['pings_listed'],
    },
  ],
};

const summary: DescribedOperation = {
  id: 'summariseHistory',
  group: 'History',
  method: 'GET',
  path: '/api/v1/history/summary/',
  handler: summariseHistory,
  summary: 'Summarise the history',
  text: ['Totals and charts of a whole filter, not of one page of it.', TODAY],
  needs: ['history:read'],
  places: filter,
  answers: [{ action: 'history_summarised', text: 'The totals.', data: historySummarySchema }],
  refuses: DAYS,
  samples: [
    {
      title: 'Totals of thirty days',
      path: '/api/v1/history/summary/?period=30d',
      status: 200,
      actions: ['history_summarised'],
    },
  ],
};

const choices: DescribedOperation = {
  id: 'listHistoryFilters',
  group: 'History',
  method: 'GET',
  path: '/api/v1/history/choices/',
  handler: readChoices,
  summary: 'List what the history can be filtered by',
  text: ['Every zone, router and sector of the whole history, and everybody who asked for pings.'],
  needs: ['history:read'],
  places: {},
  answers: [{ action: 'history_choices_read', text: 'The names.', data: historyChoicesSchema }],
  samples: [
    { title: 'The names', path: '/api/v1/history/choices/', status: 200, actions: ['history_choices_read'] },
  ],
};

const file: DescribedOperation = {
  id: 'exportHistory',
  group: 'History',
  method: 'GET',
  path: '/api/v1/history/export/',
  handler: exportHistory,
  summary: 'Export the history',
  text: [
    'The whole filter as a file, written while it is read. CSV is UTF-8 with BOM, in the words of the language; JSON Lines holds one ping a line, as `HistoryPing` with its replies.',
  ],
  needs: ['history:export'],
  places: {
    ...filter,
    format,
    locale: language,
  },
  answers: [],
  file: { types: Object.values(EXPORT_TYPES), text: 'The file.' },
  refuses: DAYS,
  samples: [
    {
      title: 'Yesterday, for a program',
      path: '/api/v1/history/export/?period=yesterday&format=jsonl',
      status: 200,
      actions: [],
    },
  ],
};

export const historyOperations: readonly DescribedOperation[] = [pings, place, list, summary, choices, file];
