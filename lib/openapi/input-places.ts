import { z } from 'zod';
import type { Declared } from '@/lib/http';
import type { DescribedOperation, Place } from './described-operation';
import { inputSchema, withoutNull } from './json-schema';
import { type JsonSchema } from './json-schema-shape';
import type { DocumentParameter, DocumentOperation } from './document-types';

/** The fields of what an operation takes, each with the schema that parses it. */
export function fieldsOf(schema: z.ZodType): Record<string, z.ZodType> {
  if (schema instanceof z.ZodPipe) return fieldsOf(z.instanceof(z.ZodType).parse(schema.in));
  if (schema instanceof z.ZodIntersection) {
    const [left, right] = [schema.def.left, schema.def.right].map((side) =>
      z.instanceof(z.ZodType).parse(side),
    );
    return { ...(left && fieldsOf(left)), ...(right && fieldsOf(right)) };
  }
  if (schema instanceof z.ZodObject) {
    const shape: Record<string, unknown> = schema.shape;
    return Object.fromEntries(
      Object.entries(shape).map(([name, field]) => [name, z.instanceof(z.ZodType).parse(field)]),
    );
  }
  throw new Error('The input of a documented operation is an object.');
}

/** True when a field that the input does not know is refused. */
export function isStrict(schema: z.ZodType): boolean {
  if (!(schema instanceof z.ZodObject)) return false;
  const fields: unknown[] = Object.values(schema.shape);
  const isOwn = schema.def.catchall instanceof z.ZodNever;
  return isOwn || fields.some((field) => field instanceof z.ZodObject && isStrict(field));
}

export type Placed = { field: string; place: Place; schema: JsonSchema; required: boolean };

const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

function placedField(field: string, schema: z.ZodType, place: Place): Placed {
  const isWritten = place.in === 'body' || place.in === 'whole_body';
  const parsed = place.wire ?? inputSchema(schema);
  const json = isWritten ? parsed : withoutNull(parsed);
  const stands = place.fallback ?? undefined;
  const isFree = place.fallback !== undefined || accepts(schema, undefined);
  const required = place.in === 'path' || !(isFree || (!isWritten && accepts(schema, null)));
  return {
    field,
    place,
    required,
    schema: stands === undefined || place.wire ? json : { ...json, default: stands },
  };
}

/** The same, with the fields of a field that is placed in parts, such as `filter.zone`. */
function leavesOf(schema: z.ZodType, places: DescribedOperation['places']): Record<string, z.ZodType> {
  const leaves = Object.entries(fieldsOf(schema)).flatMap(([name, field]): [string, z.ZodType][] => {
    const inParts = Object.keys(places).some((key) => key.startsWith(`${name}.`));
    if (!inParts) return [[name, field]];
    return Object.entries(fieldsOf(field)).map(([part, leaf]) => [`${name}.${part}`, leaf]);
  });
  return Object.fromEntries(leaves);
}

/** Every field of the input at its place. Throws when one has none, or when a place belongs to no field. */
export function placedFields({ id, places }: DescribedOperation, { input }: Declared): Placed[] {
  const fields = leavesOf(input, places);
  const homeless = Object.keys(fields).filter((name) => !(name in places));
  const idle = Object.keys(places).filter((name) => !(name in fields));
  if (homeless.length + idle.length > 0) {
    throw new Error(
      `${id}: fields without a place: ${homeless.join()}; places without a field: ${idle.join()}.`,
    );
  }
  return Object.entries(places).flatMap(([name, place]) => {
    const schema = fields[name];
    return schema === undefined ? [] : [placedField(name, schema, place)];
  });
}

/** Two fields may come out of one parameter, as both kinds of place do out of a cursor. */
const isFirst = ({ place }: Placed, index: number, all: readonly Placed[]) =>
  all.findIndex((other) => other.place.in === place.in && other.place.name === place.name) === index;

export function parametersOf(placed: readonly Placed[]): DocumentParameter[] {
  return placed.filter(isFirst).flatMap(({ place, schema, required }) => {
    if (place.in === 'body' || place.in === 'whole_body') return [];
    const isList = schema.type === 'array';
    const parameter: DocumentParameter = {
      name: place.name,
      in: place.in,
      required,
      description: place.text,
      schema,
      ...(isList ? { style: 'form', explode: false } : {}),
      ...(place.example === undefined ? {} : { example: place.example }),
    };
    return [parameter];
  });
}

export function jsonBodyOf(
  placed: readonly Placed[],
  isStrictBody: boolean,
): DocumentOperation['requestBody'] {
  const whole = placed.find(({ place }) => place.in === 'whole_body');
  const fields = placed.filter(({ place }) => place.in === 'body');
  if (whole === undefined && fields.length === 0) return undefined;
  const properties = Object.fromEntries(
    fields.map(({ place, schema }) => [
      place.name,
      {
        ...schema,
        description: place.text,
        ...(place.example === undefined ? {} : { examples: [place.example] }),
      },
    ]),
  );
  const required = fields.filter((field) => field.required).map(({ place }) => place.name);
  const schema = whole?.schema ?? {
    type: 'object',
    properties,
    ...(required.length > 0 ? { required } : {}),
    ...(isStrictBody ? { additionalProperties: false } : {}),
  };
  return { required: true, content: { 'application/json': { schema } } };
}
