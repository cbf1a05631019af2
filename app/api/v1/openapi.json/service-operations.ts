import { lineItemSchema } from '@/lib/domain/line-item';
import { filterChoicesSchema } from '@/lib/domain/service-filter';
import { foundItemSchema, serviceItemSchema } from '@/lib/domain/service-item';
import { pageOf } from '@/lib/openapi/answer-schemas';
import {
  cursor,
  flag,
  inPath,
  inQuery,
  type DescribedOperation,
  type Place,
} from '@/lib/openapi/described-operation';
import { GET as getLine } from '../services/[serviceId]/line/route';
import { GET as getService } from '../services/[serviceId]/route';
import { GET as listFilters } from '../services/filters/route';
import { GET as listServices } from '../services/route';

export const serviceId: Place = inPath('service_id', 'Id of the service in WispHub.', { example: 12345 });

const named = (what: string, of: string) => inQuery(what, `Only services of this ${of}, by its name.`);

const list: DescribedOperation = {
  id: 'listServices',
  group: 'Services',
  method: 'GET',
  path: '/api/v1/services/',
  handler: listServices,
  summary: 'Search services',
  text: [
    'Services that fit what was typed, best match first: a name, with or without accents and in any order, a phone, a document number, an address, an IP or an id. With nothing typed, all of the filter, page by page.',
  ],
  needs: ['service:read'],
  places: {
    q: inQuery('q', 'What was typed; at most 200 characters.', { example: 'maria jose', fallback: '' }),
    recent: flag('recent', 'Only those that the caller opened last, whatever was typed.'),
    limit: inQuery('limit', 'Services of a page.', { fallback: 20 }),
    after: cursor(),
    offset: { ...cursor(), fallback: 0 },
    'filter.zone': named('zone', 'zone'),
    'filter.router': named('router', 'router'),
    'filter.sector': named('sector', 'sector'),
    'filter.status': inQuery('status', "Only services with this word of WispHub's, such as `Activo`."),
  },
  answers: [{ action: 'services_listed', text: 'A page of services.', data: pageOf(foundItemSchema) }],
  errors: ['search_timeout'],
  samples: [
    {
      title: 'Search by name',
      path: '/api/v1/services/?q=maria%20jose&limit=3',
      status: 200,
      actions: ['services_listed'],
    },
    {
      title: 'A limit that is not right',
      path: '/api/v1/services/?limit=0',
      status: 400,
      actions: ['invalid_request'],
    },
  ],
};

const one: DescribedOperation = {
  id: 'getService',
  group: 'Services',
  method: 'GET',
  path: '/api/v1/services/{service_id}/',
  handler: getService,
  summary: 'Read one service',
  text: [
    'The record as the directory has it. A service outside the directory can still be pinged by its id.',
  ],
  needs: ['service:read'],
  places: { serviceId },
  answers: [{ action: 'service_read', text: 'The record.', data: serviceItemSchema }],
  errors: ['service_not_found'],
  samples: [
    {
      title: 'Read a record',
      path: '/api/v1/services/12345/',
      status: 200,
      actions: ['service_read'],
    },
    {
      title: 'One that the directory does not hold',
      path: '/api/v1/services/2147483647/',
      status: 404,
      actions: ['service_not_found'],
    },
  ],
};

const filters: DescribedOperation = {
  id: 'listServiceFilters',
  group: 'Services',
  method: 'GET',
  path: '/api/v1/services/filters/',
  handler: listFilters,
  summary: 'List what services can be filtered by',
  text: ['Every zone, router, sector and word for the account, each with its number of services.'],
  needs: ['service:read'],
  places: {},
  answers: [{ action: 'filters_listed', text: 'The names.', data: filterChoicesSchema }],
  samples: [
    { title: 'The names', path: '/api/v1/services/filters/', status: 200, actions: ['filters_listed'] },
  ],
};

const line: DescribedOperation = {
  id: 'getLine',
  group: 'Services',
  method: 'GET',
  path: '/api/v1/services/{service_id}/line/',
  handler: getLine,
  summary: 'Read what is known of a line',
  text: [
    'Whether somebody noted that this line works without ever answering ping. Its silence then says nothing.',
  ],
  needs: ['pings:of_service'],
  places: { serviceId },
  answers: [{ action: 'line_read', text: 'The mark, or null.', data: lineItemSchema }],
  samples: [
    { title: 'Read the mark', path: '/api/v1/services/12345/line/', status: 200, actions: ['line_read'] },
  ],
};

export const serviceOperations: readonly DescribedOperation[] = [list, one, filters, line];
