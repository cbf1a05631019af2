import fc from 'fast-check';
import type { ApiDocument, DocumentParameter } from './document-types';
import type { JsonSchema } from './json-schema-shape';
import { parserOf, type OperationAt } from './test-answers';
import { valuesOf, type Known } from './test-arbitrary';

/** A request as it goes over the wire. `broken` says what of it the document forbids; null when nothing. */
export type WireRequest = {
  path: Record<string, string>;
  query: Record<string, string>;
  headers: Record<string, string>;
  /** The text of the body; undefined without one. */
  body: string | undefined;
  broken: string | null;
};

const textOf = (value: unknown) => (Array.isArray(value) ? value.join(',') : String(value));

/** A text of the wire as the value that its schema speaks of. */
function valueOf(text: string, { type }: JsonSchema): unknown {
  if (type === 'array') return text.split(',').filter(Boolean);
  if (type === 'integer') return /^-?\d+$/.test(text) ? Number(text) : text;
  return text;
}

/** Texts that nobody should send, wherever a text can stand. */
const FOREIGN = [
  'abc',
  '-1',
  '0',
  '1.5',
  '1e3',
  '0x10',
  '99999999999999999999',
  'null',
  'NaN',
  '٣',
  '\u0000',
  '../..',
  "' or 1=1 --",
  '[]',
  '{}',
  '5 ',
  'true',
  'x'.repeat(5000),
];
const FOREIGN_VALUES = [
  null,
  true,
  -1,
  0,
  1.5,
  101,
  1e308,
  '10',
  '',
  '\u0000',
  '\ud800',
  [],
  [4],
  {},
  { a: 1 },
  'x'.repeat(5000),
];

const printable = fc.stringMatching(/^[!-~]{1,200}$/);

const at = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url');
const ID = '00000000-0000-4000-8000-000000000000';

/** Cursors that look like ours and never were: no schema can tell them from ours. */
const CURSORS = [
  '',
  'bm90LWpzb24',
  at(null),
  at({}),
  at({ offset: 1_000_000 }),
  at({ offset: -1 }),
  at({ after: [1, '\u0000', 1] }),
  at({ after: [Number.MAX_SAFE_INTEGER, 'a', Number.MAX_SAFE_INTEGER] }),
  at({ createdAt: '-271821-04-20T00:00:00.000Z', id: ID }),
  at({ createdAt: '+275760-09-13T00:00:00.000Z', id: ID }),
  at({ writtenAt: '+275760-09-13T00:00:00.000Z', id: Number.MAX_SAFE_INTEGER }),
  at({ writtenAt: '-271821-04-20T00:00:00.000Z', id: 1 }),
  at({ key: 253_402_300_799_999, id: ID }),
  at({ key: -1, id: ID }),
  ...[1, 0, -1, 1.5, Number.MAX_SAFE_INTEGER, 1e300, '1', '\u0000'].map(at),
  at({ name: 'a', id: ID }),
  at({ name: '\u0000', id: ID }),
  at({ name: '\ud800', id: ID }),
  at({ name: 'x'.repeat(5000), id: ID }),
  at({ name: 'a', id: 'not one' }),
  at({ name: 1, id: ID }),
];

const goodText = (parameter: DocumentParameter, known: Known) => {
  const { name, in: where, schema } = parameter;
  if (name === 'cursor') return fc.constantFrom(...CURSORS);
  const any = where === 'header' ? printable : valuesOf(schema).map(textOf);
  const here = known[name];
  return here === undefined ? any : fc.oneof(any, fc.constantFrom(...here.map(textOf)));
};

/** Texts for a parameter that its schema refuses; null when it refuses none. */
function badText(document: ApiDocument, { schema, in: where }: DocumentParameter) {
  const parser = parserOf(document, schema);
  const isBad = (text: string) => !parser.safeParse(valueOf(text, schema)).success;
  const bad = FOREIGN.filter(isBad).filter((text) => where !== 'header' || /^[!-~]+$/.test(text));
  return bad.length === 0 ? null : fc.constantFrom(...bad);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function badBodies(document: ApiDocument, schema: JsonSchema): fc.Arbitrary<string> {
  const parser = parserOf(document, schema);
  const field = fc.constantFrom(...Object.keys(isRecord(schema.properties) ? schema.properties : {}));
  const changed = fc
    .tuple(valuesOf(schema), field, fc.oneof(fc.constantFrom(...FOREIGN_VALUES), fc.jsonValue()))
    .map(([body, name, value]) => ({ ...(isRecord(body) ? body : {}), [name]: value }));
  const more = fc
    .tuple(valuesOf(schema), fc.jsonValue())
    .map(([body, value]) => ({ ...(isRecord(body) ? body : {}), unheard_of: value }));
  const left = fc.tuple(valuesOf(schema), field).map(([body, name]) => {
    const rest: Record<string, unknown> = { ...(isRecord(body) ? body : {}) };
    delete rest[name];
    return rest;
  });
  const foreign = fc.constantFrom(...FOREIGN_VALUES.filter((value) => !isRecord(value)));
  const wrong = fc
    .oneof(
      { weight: 4, arbitrary: changed },
      ...(schema.additionalProperties === false ? [more] : []),
      left,
      foreign,
    )
    .filter((body) => !parser.safeParse(body).success)
    .map((body) => JSON.stringify(body));
  return fc.oneof(
    { weight: 8, arbitrary: wrong },
    fc.constantFrom('', '{', '{"pings": 4', 'null', '\u0000', '[[[['),
  );
}

/** True when a request holds what no schema can forbid: a cursor that is not ours, or a character that is none. */
export const isOdd = ({ query, body }: WireRequest): boolean =>
  Boolean(query.cursor) || /\u0000|\\u0000|\\ud[89a-f]/.test([...Object.values(query), body].join());

type Operation = OperationAt['operation'];

const KNOWN_TYPES = ['application/json', 'text/csv'];

const FILES = [
  '',
  '\ufeff',
  'Service id\n',
  'Service id,Name\n1001,Ana\n1002,"Luis\n',
  'Service id;Name\r\n1001;\u0000\r\n',
  'Service id,Name\n1001,Ana\n1001,Ana\n',
  'Name,IP\nAna,10.0.0.1\n',
  'Service id\tIP\n2147483648\t999.0.0.1\n',
  'PK\u0003\u0004',
  `Service id${',x'.repeat(2000)}\n1001\n`,
];

/** A file of services: one that fits, one that does not, and anything at all. */
const files = fc.oneof(
  fc.constantFrom(...FILES),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.tuple(fc.integer({ min: -1, max: 2 ** 31 }), fc.string({ maxLength: 20 })), { maxLength: 6 })
    .map((rows) => `Service id,Name\n${rows.map(([id, name]) => `${id},${name}\n`).join('')}`),
);

const bodySchema = ({ requestBody }: Operation) => requestBody?.content['application/json']?.schema;

const kindOf = { path: 'path', query: 'query', header: 'headers' } as const;

/** Requests that the document allows. `known` are values of parameters that mean something. */
export function goodRequests({ method, operation }: OperationAt, known: Known): fc.Arbitrary<WireRequest> {
  const among = (where: DocumentParameter['in']) => {
    const here = operation.parameters.filter((parameter) => parameter.in === where);
    const model = Object.fromEntries(here.map((parameter) => [parameter.name, goodText(parameter, known)]));
    const requiredKeys = here.filter(({ required }) => required).map(({ name }) => name);
    return fc.record<Record<string, string>>(model, { requiredKeys, noNullPrototype: true });
  };
  const schema = bodySchema(operation);
  const empty = fc.constant(method === 'GET' ? undefined : '{}');
  const types = Object.keys(operation.requestBody?.content ?? {});
  if (types.some((type) => !KNOWN_TYPES.includes(type)))
    throw new Error(`The fuzz makes no ${types.join()}.`);
  const json = schema === undefined ? empty : valuesOf(schema, known).map((value) => JSON.stringify(value));
  const body = types.includes('text/csv') ? files : json;
  return fc.record({
    path: among('path'),
    query: among('query'),
    headers: among('header'),
    body,
    broken: fc.constant(null),
  });
}

/** Requests of which exactly one part is not as the document allows; null when it allows everything. */
export function badRequests(
  document: ApiDocument,
  at: OperationAt,
  known: Known,
): fc.Arbitrary<WireRequest> | null {
  const good = goodRequests(at, known);
  const parameters = at.operation.parameters.flatMap((parameter) => {
    const texts = badText(document, parameter);
    if (texts === null) return [];
    const kind = kindOf[parameter.in];
    const broken = `${parameter.in} ${parameter.name}`;
    return [
      fc.tuple(good, texts).map(([request, text]) => ({
        ...request,
        [kind]: { ...request[kind], [parameter.name]: text },
        broken,
      })),
    ];
  });
  const schema = bodySchema(at.operation);
  const bodies =
    schema === undefined
      ? []
      : [
          fc
            .tuple(good, badBodies(document, schema))
            .map(([request, body]) => ({ ...request, body, broken: 'body' })),
        ];
  const all = [...parameters, ...bodies];
  return all.length === 0 ? null : fc.oneof(...all);
}
