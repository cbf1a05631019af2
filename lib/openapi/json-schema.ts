import { z } from 'zod';
import { schemasIn, type JsonSchema } from './json-schema-shape';
import { NAMED_SCHEMAS } from './named-schemas';

const jsonSchemaOf = z.record(z.string(), z.unknown());

const registry = z.registry<{ id: string }>();
for (const { id, schema } of NAMED_SCHEMAS) registry.add(schema, { id });

/** Leaves out what says nothing to a reader: the range of exact numbers, and the pattern behind a named format. */
function tidy(schema: JsonSchema): void {
  if (schema.format !== undefined) delete schema.pattern;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
}

const toComponents = (text: string) => text.replaceAll('"#/$defs/', '"#/components/schemas/');

/** A schema and the named ones that it refers to. */
export type Described = { schema: JsonSchema; named: Record<string, JsonSchema> };

function describe(schema: z.ZodType, io: 'input' | 'output'): Described {
  const made = z.toJSONSchema(schema, {
    io,
    metadata: registry,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => tidy(jsonSchema),
  });
  const { $defs = {}, ...rest } = jsonSchemaOf.parse(JSON.parse(toComponents(JSON.stringify(made))));
  // The document as a whole names its dialect.
  delete rest.$schema;
  return { schema: rest, named: z.record(z.string(), jsonSchemaOf).parse($defs) };
}

/** What we answer. */
export const outputSchema = (schema: z.ZodType): Described => describe(schema, 'output');

/** What we take, before defaults and transformations. */
export const inputSchema = (schema: z.ZodType): JsonSchema => describe(schema, 'input').schema;

/** The same without null, for places where a caller cannot write one: a path, a query, a header. */
export function withoutNull(schema: JsonSchema): JsonSchema {
  const { anyOf, default: fallback, ...rest } = schema;
  const base: JsonSchema =
    fallback === null || fallback === undefined ? rest : { ...rest, default: fallback };
  if (Array.isArray(schema.type)) {
    const types = schema.type.filter((type) => type !== 'null');
    return { ...base, type: types.length === 1 ? types[0] : types };
  }
  if (!Array.isArray(anyOf)) return base;
  const others = schemasIn(anyOf).filter((one) => one.type !== 'null');
  const [only] = others;
  return others.length === 1 && only ? { ...base, ...only } : { ...base, anyOf: others };
}
