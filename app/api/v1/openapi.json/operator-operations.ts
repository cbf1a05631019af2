import { madeTokenSchema, tokenItemSchema } from '@/lib/domain/api-token';
import { auditChoicesSchema, auditItemSchema } from '@/lib/domain/audit-item';
import { defaultAuditFilter } from '@/lib/domain/audit-filter';
import { EXPORT_TYPES } from '@/lib/domain/history-export';
import { settingsSchema } from '@/lib/domain/settings';
import { pageOf } from '@/lib/openapi/answer-schemas';
import { cursor, inBody, inPath, inQuery, type DescribedOperation } from '@/lib/openapi/described-operation';
import { settingsWords } from '@/lib/openapi/named-console-schemas';
import { GET as listChoices } from '../audit/choices/route';
import { GET as exportAudit } from '../audit/export/route';
import { GET as listAudit } from '../audit/route';
import { GET as readSettings, PUT as changeSettings } from '../settings/route';
import { DELETE as revokeToken } from '../tokens/[tokenId]/route';
import { GET as listTokens, POST as createToken } from '../tokens/route';
import { DAYS, format, language } from './history-operations';

const tokensPath = '/api/v1/tokens/';

const tokens: readonly DescribedOperation[] = [
  {
    id: 'listTokens',
    group: 'Tokens',
    method: 'GET',
    path: tokensPath,
    handler: listTokens,
    summary: 'List the own tokens',
    text: ['The newest first, all of them; for administrators those of everybody and of the command line.'],
    needs: ['tokens:own'],
    places: {},
    answers: [{ action: 'tokens_listed', text: 'The tokens.', data: pageOf(tokenItemSchema) }],
    samples: [{ title: 'The tokens', path: tokensPath, status: 200, actions: ['tokens_listed'] }],
  },
  {
    id: 'createToken',
    group: 'Tokens',
    method: 'POST',
    path: tokensPath,
    handler: createToken,
    summary: 'Make a token',
    text: ['It can do no more than its maker, and a token makes none. At most 50 in use for each person.'],
    needs: ['tokens:own'],
    places: {
      name: inBody('name', 'The program that will use it.', { example: 'ticket system' }),
      scopes: inBody('scopes', 'What it is for.', { example: ['ping:write', 'ping:read'] }),
      days: inBody('days', 'How long it counts.'),
    },
    answers: [{ action: 'token_created', text: 'The token, told this once.', data: madeTokenSchema }],
    errors: ['conflict'],
    refuses: 'A `name` of nothing but spaces is none.',
    samples: [
      {
        title: 'A token for nothing',
        path: tokensPath,
        body: { name: 'ticket system', scopes: [] },
        status: 400,
        actions: ['invalid_request'],
      },
    ],
  },
  {
    id: 'revokeToken',
    group: 'Tokens',
    method: 'DELETE',
    path: `${tokensPath}{token_id}/`,
    handler: revokeToken,
    summary: 'Revoke a token',
    text: ['For good, from the next request on.'],
    needs: ['tokens:own'],
    places: { tokenId: inPath('token_id', 'The token, by its id and not by itself.') },
    answers: [{ action: 'token_revoked', text: 'Done.' }],
    errors: ['token_unknown', 'conflict'],
    samples: [
      {
        title: 'A token that is none',
        path: `${tokensPath}00000000-0000-4000-8000-000000000000/`,
        body: {},
        status: 404,
        actions: ['token_unknown'],
      },
    ],
  },
];

const settings: readonly DescribedOperation[] = [
  {
    id: 'readSettings',
    group: 'Settings',
    method: 'GET',
    path: '/api/v1/settings/',
    handler: readSettings,
    summary: 'Read the settings',
    text: ['They hold nothing secret, and every desk needs them.'],
    needs: ['settings:read'],
    places: {},
    answers: [{ action: 'settings_read', text: 'The settings.', data: settingsSchema }],
    samples: [{ title: 'The settings', path: '/api/v1/settings/', status: 200, actions: ['settings_read'] }],
  },
  {
    id: 'changeSettings',
    group: 'Settings',
    method: 'PUT',
    path: '/api/v1/settings/',
    handler: changeSettings,
    summary: 'Replace the settings',
    text: [
      'All of them: what is left out goes back to its default. Every instance goes by them within seconds.',
    ],
    needs: ['settings:write'],
    places: Object.fromEntries(
      Object.entries(settingsWords).map(([name, text]) => [name, inBody(name, text)]),
    ),
    answers: [{ action: 'settings_changed', text: 'The settings.', data: settingsSchema }],
    refuses:
      '`wisphubServiceUrl` is empty or an https address with `{id}`, `stableFrom` has two decimals, and no word is empty.',
    samples: [],
  },
];

const filter = {
  period: inQuery('period', 'Days up to now, in the time zone of the operator.', {
    fallback: defaultAuditFilter.period,
  }),
  from: inQuery('from', 'First day. With it or `to`, `period` does not count.', { example: '2026-11-01' }),
  to: inQuery('to', 'Last day, included. Not before `from`.', { example: '2026-11-30' }),
  who: inQuery('who', 'Only what this person or program did, by id; `system` or `anonymous`.'),
  action: inQuery('action', 'Only this action.'),
  outcome: inQuery('outcome', 'Only this outcome.'),
  target: inQuery('target', 'Only what was done to this: its kind, a colon, its id.', {
    example: 'service:12345',
  }),
  q: inQuery('q', 'Part of a name, of what was acted upon, or of an address.', { fallback: '' }),
};

const audit: readonly DescribedOperation[] = [
  {
    id: 'listAudit',
    group: 'Audit',
    method: 'GET',
    path: '/api/v1/audit/',
    handler: listAudit,
    summary: 'Read the audit trail',
    text: ['From the newest on. Measurements are not in it: they are the history.'],
    needs: ['audit:read'],
    places: { ...filter, limit: inQuery('limit', 'Entries of a page.', { fallback: 50 }), after: cursor() },
    answers: [{ action: 'audit_listed', text: 'A page of entries.', data: pageOf(auditItemSchema) }],
    refuses: DAYS,
    samples: [
      {
        title: 'What was refused today',
        path: '/api/v1/audit/?period=today&outcome=refused&limit=5',
        status: 200,
        actions: ['audit_listed'],
      },
    ],
  },
  {
    id: 'listAuditFilters',
    group: 'Audit',
    method: 'GET',
    path: '/api/v1/audit/choices/',
    handler: listChoices,
    summary: 'List whom the audit trail can be looked through for',
    text: [],
    needs: ['audit:read'],
    places: {},
    answers: [{ action: 'audit_choices_listed', text: 'People and programs.', data: auditChoicesSchema }],
    samples: [
      {
        title: 'People and programs',
        path: '/api/v1/audit/choices/',
        status: 200,
        actions: ['audit_choices_listed'],
      },
    ],
  },
  {
    id: 'exportAudit',
    group: 'Audit',
    method: 'GET',
    path: '/api/v1/audit/export/',
    handler: exportAudit,
    summary: 'Export the audit trail',
    text: ['The whole filter as a file, written while it is read. That it left is itself part of the trail.'],
    needs: ['audit:read'],
    places: { ...filter, format, locale: language },
    answers: [],
    file: { types: Object.values(EXPORT_TYPES), text: 'The file.' },
    refuses: DAYS,
    samples: [
      {
        title: 'Today, for a program',
        path: '/api/v1/audit/export/?period=today&format=jsonl',
        status: 200,
        actions: [],
      },
    ],
  },
];

/** What belongs to whoever looks after Pulso itself. */
export const operatorOperations: readonly DescribedOperation[] = [...tokens, ...settings, ...audit];
