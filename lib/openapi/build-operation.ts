import { APP_ERRORS, type AppErrorCode } from '@/lib/domain/app-error';
import { PERMISSIONS, ROLES, SCOPES, type Role, type Scope } from '@/lib/domain/role';
import { answerSchema, errorSchema } from './answer-schemas';
import { CODE_WORDS } from './code-words';
import type { DescribedAnswer, DescribedOperation } from './described-operation';
import type { DocumentMedia, DocumentOperation, DocumentResponse, DocumentSample } from './document-types';
import { isStrict, jsonBodyOf, parametersOf, placedFields, type Placed } from './input-places';
import { outputSchema } from './json-schema';
import { type JsonSchema } from './json-schema-shape';

type Named = Record<string, JsonSchema>;

const JSON_TYPE = 'application/json';
const HEADERS_OF_ALL = ['X-Request-Id', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'];

/** Codes that a caller meets at every operation, whatever it does. */
const COMMON: readonly AppErrorCode[] = [
  'invalid_request',
  'rate_limited',
  'internal',
  'database_unavailable',
  'shutting_down',
];
/** And at every one that changes something, or that brings a body. */
const OF_CHANGES: readonly AppErrorCode[] = ['foreign_origin', 'body_too_large', 'unsupported_media_type'];

/** And at every one that asks who they are. */
const OF_CALLERS: readonly AppErrorCode[] = ['unauthorized', 'forbidden', 'second_step_required'];

function codesOf({ method, open, errors = [] }: DescribedOperation): AppErrorCode[] {
  const common = [...COMMON, ...(open ? [] : OF_CALLERS)];
  const all = new Set([...common, ...(method === 'GET' ? [] : OF_CHANGES), ...errors]);
  // In the order of the table, which is that of the statuses.
  return (Object.keys(APP_ERRORS) as AppErrorCode[]).filter((code) => all.has(code));
}

const headerRefs = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

/** One schema for all that a status may answer; their actions tell them apart. */
function oneOf(schemas: readonly JsonSchema[]): JsonSchema {
  const [only, ...others] = schemas;
  return only !== undefined && others.length === 0 ? only : { oneOf: schemas };
}

function successResponse(answers: readonly DescribedAnswer[], named: Named): DocumentResponse {
  const made = answers.map((answer) => outputSchema(answerSchema(answer)));
  for (const one of made) Object.assign(named, one.named);
  const examples = Object.fromEntries(
    answers.flatMap(({ examples: given = {} }) =>
      Object.entries(given).map(([summary, value]) => [summary.replace(/\W+/g, '-'), { summary, value }]),
    ),
  );
  const media: DocumentMedia = { schema: oneOf(made.map(({ schema }) => schema)) };
  if (Object.keys(examples).length > 0) media.examples = examples;
  const own = answers.flatMap(({ headers = [] }) => headers);
  return {
    description: answers.map(({ action, text }) => `\`${action}\`: ${text}`).join('\n\n'),
    headers: headerRefs([...new Set([...own, ...HEADERS_OF_ALL])]),
    content: { [JSON_TYPE]: media },
  };
}

function errorResponse(codes: readonly AppErrorCode[]): DocumentResponse {
  const isLimited = codes.some((code) => [429, 503].includes(APP_ERRORS[code].status));
  return {
    description: codes.map((code) => `\`${code}\`: ${CODE_WORDS[code]}`).join('\n\n'),
    headers: headerRefs([...(isLimited ? ['Retry-After'] : []), ...HEADERS_OF_ALL]),
    content: { [JSON_TYPE]: { schema: outputSchema(errorSchema(codes)).schema } },
  };
}

const groupBy = <T>(list: readonly T[], keyOf: (item: T) => number): [number, T[]][] => {
  const groups = new Map<number, T[]>();
  for (const item of list) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups];
};

function responsesOf(operation: DescribedOperation, named: Named): Record<string, DocumentResponse> {
  const responses: Record<string, DocumentResponse> = {};
  for (const [status, answers] of groupBy(operation.answers, ({ status = 200 }) => status)) {
    responses[status] = successResponse(answers, named);
  }
  if (operation.file) {
    const { types, text } = operation.file;
    const content = Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' } }]));
    responses[200] = { description: text, headers: headerRefs(HEADERS_OF_ALL), content };
  }
  for (const [status, codes] of groupBy(codesOf(operation), (code) => APP_ERRORS[code].status)) {
    responses[status] = errorResponse(codes);
  }
  return responses;
}

const answersOf = (operation: DescribedOperation): DocumentOperation['x-answers'] => [
  ...operation.answers.map(({ status = 200, type = 'success', action, text }) => ({
    status,
    type,
    action,
    code: null,
    text,
  })),
  ...codesOf(operation).map((code) => ({
    status: APP_ERRORS[code].status,
    type: 'error',
    action: APP_ERRORS[code].action,
    code,
    text: CODE_WORDS[code],
  })),
];

/** The token scopes of which one is enough, and the roles; of several actions any one will do. */
function rightsOf({ needs }: DescribedOperation): { scopes: Scope[]; roles: Role[] } {
  const rules = needs.map(
    (action): { scopes: readonly Scope[]; roles: readonly Role[] } => PERMISSIONS[action],
  );
  return {
    scopes: SCOPES.filter((scope) => rules.some(({ scopes }) => scopes.includes(scope))),
    roles: ROLES.filter((role) => rules.some(({ roles }) => roles.includes(role))),
  };
}

function bodyOf(operation: DescribedOperation, placed: readonly Placed[], isStrict: boolean) {
  const { takes } = operation;
  if (takes === undefined) return jsonBodyOf(placed, isStrict);
  const { type, text, example } = takes;
  const examples = { file: { summary: 'A small file', value: example } };
  const content = { [type]: { schema: { type: 'string' }, examples } };
  return { required: true as const, description: text, content };
}

/** One operation of the document; schemas that it refers to by name are added to `named`. */
export function buildOperation(operation: DescribedOperation, named: Named): DocumentOperation {
  const { id, group, summary, text, handler, open, refuses, samples } = operation;
  if (!handler.declared) throw new Error(`${id}: its handler was not made by route, upload or download.`);
  const placed = placedFields(operation, handler.declared);
  const body = bodyOf(operation, placed, isStrict(handler.declared.input));
  const { scopes, roles } = rightsOf(operation);
  const usual: DocumentSample['as'] = scopes.length > 0 ? 'token' : open ? 'nobody' : 'session';
  return {
    operationId: id,
    tags: [group],
    summary,
    description: text.join('\n\n'),
    security: open ? [] : [...scopes.map((scope) => ({ token: [scope] })), { session: [] }],
    parameters: parametersOf(placed),
    ...(body ? { requestBody: body } : {}),
    responses: responsesOf(operation, named),
    'x-roles': roles,
    'x-answers': answersOf(operation),
    ...(refuses ? { 'x-refuses': refuses } : {}),
    'x-samples': samples.map(({ headers = {}, as = usual, ...sample }) => ({
      method: operation.method,
      headers,
      as,
      ...sample,
    })),
  };
}
