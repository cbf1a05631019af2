import { APP_ERRORS, type AppErrorCode } from '@/lib/domain/app-error';
import type { Scope } from '@/lib/domain/role';
import { buildOperation } from './build-operation';
import { CODE_WORDS } from './code-words';
import type { DescribedOperation } from './described-operation';
import type { ApiDocument } from './document-types';
import { isJsonSchema, type JsonSchema } from './json-schema-shape';
import { NAMED_SCHEMAS } from './named-schemas';

const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  'ping:write': 'Start pings.',
  'ping:read': 'Read the result of a ping, and the pings of one service.',
  'services:read': 'Search the directory and read its records, with document number and debt.',
  'history:read': 'Read the pings of all services, their totals, and export them.',
};

const HEADERS: ApiDocument['components']['headers'] = {
  'X-Request-Id': {
    description: 'Finds this request in our log. The same as `meta.request_id` of an error.',
    schema: { type: 'string', format: 'uuid' },
  },
  'Retry-After': {
    description: 'Seconds to wait before asking again.',
    schema: { type: 'integer', minimum: 0 },
  },
  'RateLimit-Limit': {
    description: 'Requests that this token may make in a minute. Told to tokens, and to whoever is over it.',
    schema: { type: 'integer' },
  },
  'RateLimit-Remaining': {
    description: 'How many of them are left.',
    schema: { type: 'integer', minimum: 0 },
  },
  'RateLimit-Reset': {
    description: 'Seconds until the count begins anew.',
    schema: { type: 'integer', minimum: 0 },
  },
};

const SECURITY_SCHEMES: Record<string, JsonSchema> = {
  token: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'pulso_…',
    description:
      'An API token as `Authorization: Bearer pulso_…`, never in the address. Where an operation names several scopes, one of them is enough.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'next-auth.session-token',
    description: 'The session of a person who signed in; with https its name begins with `__Host-`.',
  },
};

/** A named schema with the sentences about it and its fields. */
function worded(schema: JsonSchema, text: string, words: Readonly<Record<string, string>>): JsonSchema {
  const properties = isJsonSchema(schema.properties) ? schema.properties : {};
  const described = Object.entries(properties).map(([name, property]) => [
    name,
    isJsonSchema(property) ? { ...property, description: words[name] } : property,
  ]);
  return { ...schema, description: text, properties: Object.fromEntries(described) };
}

function componentSchemas(named: Record<string, JsonSchema>): Record<string, JsonSchema> {
  const entries = NAMED_SCHEMAS.flatMap(({ id, text, words }) => {
    const schema = named[id];
    return schema === undefined ? [] : [[id, worded(schema, text, words)] as const];
  });
  return Object.fromEntries(entries);
}

export type Introduction = Pick<ApiDocument['info'], 'title' | 'version' | 'description'> & {
  /** The address that people type. */
  url: string;
  groups: readonly TagGroup[];
};

/** Nouns that belong together. */
export type TagGroup = { name: string; description: string; tags: ApiDocument['tags'] };

/** The document of these operations, in their order. Throws when one does not fit what its route declares. */
export function buildDocument(
  operations: readonly DescribedOperation[],
  { url, groups, ...info }: Introduction,
): ApiDocument {
  const named: Record<string, JsonSchema> = {};
  const paths: ApiDocument['paths'] = {};
  for (const operation of operations) {
    const { path, method } = operation;
    const key = method.toLowerCase() as Lowercase<typeof method>;
    paths[path] = { ...paths[path], [key]: buildOperation(operation, named) };
  }
  return {
    openapi: '3.1.1',
    info: { ...info, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url }],
    tags: groups.flatMap(({ tags }) => tags),
    paths,
    components: {
      schemas: componentSchemas(named),
      headers: HEADERS,
      securitySchemes: SECURITY_SCHEMES,
    },
    'x-tagGroups': groups.map(({ tags, ...group }) => ({ ...group, tags: tags.map(({ name }) => name) })),
    'x-scopes': Object.entries(SCOPE_WORDS).map(([scope, text]) => ({ scope, text })),
    'x-codes': (Object.keys(APP_ERRORS) as AppErrorCode[]).map((code) => ({
      code,
      ...APP_ERRORS[code],
      text: CODE_WORDS[code],
    })),
  };
}
