import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { apiDocument, OPERATIONS } from '@/app/api/v1/openapi.json/api-document';
import { CONSOLE_ONLY } from '@/app/api/v1/openapi.json/console-only';
import { SCOPES } from '@/lib/domain/role';
import type { DescribedOperation } from './described-operation';
import { isJsonSchema } from './json-schema-shape';
import { operationsOf, parserOf } from './test-answers';
import { markOf, recordedBody, recordedRead } from './test-recorder';
import { routesOnDisk } from './test-routes';

vi.hoisted(() => {
  process.env.WISPHUB_API = 'net';
  process.env.WISPHUB_URL = 'http://127.0.0.1:1';
  process.env.WISPHUB_TOKEN = 'a-key-of-this-test-alone';
  process.env.NEXTAUTH_SECRET = 'the secret of this test, long enough';
  process.env.NEXTAUTH_URL = 'http://localhost:3000';
  process.env.LOG_LEVEL = 'silent';
});

const document = apiDocument();
const operations = operationsOf(document);
const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
const leftOut = CONSOLE_ONLY.flatMap(({ routes }) => routes);
const each = OPERATIONS.map((operation) => [operation.id, operation] as const);

describe('the routes on the disk', () => {
  it('are each documented, or left to the console with a reason, and nothing else is', async () => {
    const onDisk = (await routesOnDisk()).map(nameOf).sort();
    expect([...OPERATIONS.map(nameOf), ...leftOut].sort()).toEqual(onDisk);
  });

  it('serve the very handlers that are documented', async () => {
    const handlers = new Map((await routesOnDisk()).map((route) => [nameOf(route), route.handler]));
    for (const operation of OPERATIONS) expect(operation.handler).toBe(handlers.get(nameOf(operation)));
  });

  it('begin with the documented pair, and stand apart where no token reaches', () => {
    const first = operations.slice(0, 2).map(nameOf);
    expect(first).toEqual(['POST /api/v1/{service_id}/ping/', 'GET /api/v1/ping/{task_id}/']);
    const [programs, pages] = document['x-tagGroups'].map(({ tags }) => tags);
    expect([...(programs ?? []), ...(pages ?? [])]).toEqual(document.tags.map(({ name }) => name));
    for (const { operation } of operations) {
      const reached = operation.security.some((needed) => 'token' in needed);
      const part = reached ? programs : pages;
      expect([operation.operationId, part]).toEqual([
        operation.operationId,
        expect.arrayContaining(operation.tags),
      ]);
    }
  });
});

const camelCase = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const namesAt = ({ places }: DescribedOperation, where: string) =>
  [...new Set(Object.values(places).flatMap((place) => (place.in === where ? [place.name] : [])))].sort();

describe('what a route reads', () => {
  it.each(each)('is what the document of %s says, no more and no less', (_, operation) => {
    const pathNames = namesAt(operation, 'path').map(camelCase);
    const read = recordedRead(operation.handler.declared?.read, pathNames);
    expect(read.query).toEqual(namesAt(operation, 'query'));
    const language = ['accept-language', 'cookie'];
    const headers = read.headers.filter(
      (name) => !(namesAt(operation, 'query').includes('lang') && language.includes(name)),
    );
    expect(headers).toEqual(namesAt(operation, 'header').map((name) => name.toLowerCase()));
    const params = read.params.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
    expect(params).toEqual(namesAt(operation, 'path'));
    expect([...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()).toEqual(params);
  });

  it.each(each)('of the body is what the document of %s says, under its name', (_, operation) => {
    const named = Object.entries(operation.places).filter(([, place]) => place.in === 'body');
    const names = named.map(([, { name }]) => name);
    const { read, taken } = recordedBody(operation.handler.declared?.read, names);
    for (const [field, { name }] of named) expect([field, read(field)]).toEqual([field, markOf(name)]);
    expect(taken.filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(each)('of %s stands as documented where a caller writes nothing', (_, operation) => {
    const { places, handler } = operation;
    const parts = { params: {}, query: new URLSearchParams(), body: {}, headers: new Headers() };
    const read = z.looseObject({}).parse(handler.declared?.read(parts));
    for (const [field, { fallback }] of Object.entries(places)) {
      if (fallback === undefined || field.includes('.')) continue;
      expect([field, read[field] ?? null]).toEqual([field, fallback]);
    }
  });
});

/** Every object in the document, with where it stands. */
function* objectsIn(value: unknown, at = '#'): Generator<[string, Record<string, unknown>]> {
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* objectsIn(item, `${at}/${index}`);
  if (!isJsonSchema(value)) return;
  yield [at, value];
  for (const [key, item] of Object.entries(value)) yield* objectsIn(item, `${at}/${key}`);
}

describe('as OpenAPI 3.1, the document', () => {
  it('has nothing but the fields of its version, each of its kind', () => {
    const headers = z.record(z.string(), z.strictObject({ $ref: z.string() }));
    const media = z.strictObject({
      schema: z.looseObject({}),
      examples: z.record(z.string(), z.strictObject({ summary: z.string(), value: z.unknown() })).optional(),
    });
    const content = z.record(z.string().regex(/^\w+\/[\w.+-]+/), media);
    const parameter = z.strictObject({
      name: z.string().min(1),
      in: z.enum(['path', 'query', 'header']),
      required: z.boolean(),
      description: z.string().min(1),
      schema: z.looseObject({}),
      style: z.literal('form').optional(),
      explode: z.literal(false).optional(),
      example: z.unknown().optional(),
    });
    const extension = {
      'x-roles': z.array(z.string()),
      'x-answers': z.array(z.unknown()),
      'x-refuses': z.string().optional(),
      'x-samples': z.array(z.unknown()),
    };
    const operation = z.strictObject({
      operationId: z.string().regex(/^[a-z]\w+$/),
      tags: z.array(z.string()).length(1),
      summary: z.string().min(1),
      description: z.string(),
      security: z.array(z.record(z.string(), z.array(z.string()))),
      parameters: z.array(parameter),
      requestBody: z
        .strictObject({ required: z.literal(true), description: z.string().optional(), content })
        .optional(),
      responses: z.record(
        z.string().regex(/^[1-5]\d\d$/),
        z.strictObject({ description: z.string().min(1), headers, content }),
      ),
      ...extension,
    });
    const whole = z.strictObject({
      openapi: z.string().regex(/^3\.1\.\d+$/),
      info: z.strictObject({
        title: z.string(),
        version: z.string(),
        description: z.string(),
        license: z.strictObject({ name: z.string(), identifier: z.string() }),
      }),
      servers: z.array(z.strictObject({ url: z.url() })).min(1),
      tags: z.array(z.strictObject({ name: z.string(), description: z.string() })),
      paths: z.record(
        z.string().regex(/^\/[\w/{}.-]*\/$/),
        z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), operation),
      ),
      components: z.strictObject({
        schemas: z.record(z.string().regex(/^\w+$/), z.looseObject({})),
        headers: z.record(z.string(), z.strictObject({ description: z.string(), schema: z.looseObject({}) })),
        securitySchemes: z.record(z.string(), z.looseObject({ type: z.enum(['http', 'apiKey']) })),
      }),
      'x-tagGroups': z.array(
        z.strictObject({ name: z.string(), description: z.string(), tags: z.array(z.string()) }),
      ),
      'x-scopes': z.array(z.unknown()),
      'x-codes': z.array(z.unknown()),
    });
    expect(whole.safeParse(JSON.parse(JSON.stringify(document))).error?.issues).toBeUndefined();
  });

  it('refers to nothing that it does not hold, and holds nothing that is not referred to', () => {
    const refs = [...objectsIn(document)].flatMap(([, object]) =>
      typeof object.$ref === 'string' ? [object.$ref] : [],
    );
    const held = Object.entries(document.components).flatMap(([kind, all]) =>
      kind === 'securitySchemes' ? [] : Object.keys(all).map((name) => `#/components/${kind}/${name}`),
    );
    expect([...new Set(refs)].sort()).toEqual(held.sort());
  });

  it('names each operation once, declares each parameter of a path once, and knows every tag and scheme', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = document.tags.map(({ name }) => name);
    const schemes = Object.keys(document.components.securitySchemes);
    for (const { path, operation } of operations) {
      const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
      expect(inPath.map(({ name }) => name).sort()).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort(),
      );
      expect(inPath.every(({ required }) => required)).toBe(true);
      const keys = operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(tags).toContain(operation.tags[0]);
      for (const [scheme, scopes] of operation.security.flatMap((needed) => Object.entries(needed))) {
        expect(schemes).toContain(scheme);
        for (const scope of scopes) expect(SCOPES).toContain(scope);
      }
    }
  });

  it('explains every field of every schema that it names', () => {
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      expect([name, schema.description]).toEqual([name, expect.stringMatching(/\.$/)]);
      for (const [field, property] of Object.entries(
        z.record(z.string(), z.looseObject({})).parse(schema.properties),
      )) {
        expect([name, field, property.description]).toEqual([name, field, expect.stringMatching(/\.$/)]);
      }
    }
  });

  it('has examples that its own schemas accept', () => {
    let seen = 0;
    for (const { operation } of operations) {
      for (const { content } of Object.values(operation.responses)) {
        for (const { schema, examples = {} } of Object.values(content)) {
          const parser = parserOf(document, schema);
          for (const { value } of Object.values(examples)) {
            expect(parser.safeParse(value).error).toBeUndefined();
            seen += 1;
          }
        }
      }
      for (const { name, example, schema } of operation.parameters) {
        if (example === undefined) continue;
        expect([name, parserOf(document, schema).safeParse(example).success]).toEqual([name, true]);
      }
    }
    expect(seen).toBeGreaterThanOrEqual(6);
  });
});
