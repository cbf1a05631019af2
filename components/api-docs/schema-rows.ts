import { isJsonSchema, schemasIn, type JsonSchema } from '@/lib/openapi/json-schema-shape';

/** One line of a table of fields. `ref` is the name of a schema that the type leads to. */
export type SchemaRow = { name: string; type: string; ref: string | null; required: boolean; text: string };

const nameOfRef = (schema: JsonSchema) =>
  typeof schema.$ref === 'string' ? (schema.$ref.split('/').at(-1) ?? null) : null;

const quoted = (values: unknown[]) => values.map((value) => JSON.stringify(value)).join(' | ');

function rangeOf({ minimum, exclusiveMinimum, maximum, minLength, maxLength }: JsonSchema): string {
  const least = typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : (minimum ?? minLength);
  const most = maximum ?? maxLength;
  if (least === undefined && most === undefined) return '';
  return ` ${String(least ?? 0)}–${String(most ?? '')}`;
}

/** What a schema is, in a few words: `integer 1–100`, `"a" | "b"`, `Ping[]`. */
export function typeOf(schema: JsonSchema): string {
  const ref = nameOfRef(schema);
  if (ref !== null) return ref;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return quoted(schema.enum);
  const choices = [...schemasIn(schema.anyOf), ...schemasIn(schema.oneOf)];
  if (choices.length > 0) return choices.map(typeOf).join(' | ');
  if (Array.isArray(schema.prefixItems)) return `[${schemasIn(schema.prefixItems).map(typeOf).join(', ')}]`;
  if (schema.type === 'array') {
    const inner = typeOf(isJsonSchema(schema.items) ? schema.items : {});
    return inner.includes('|') ? `(${inner})[]` : `${inner}[]`;
  }
  if (Array.isArray(schema.type)) return schema.type.join(' | ');
  const kind = typeof schema.format === 'string' ? schema.format : String(schema.type ?? 'any');
  return kind + rangeOf(schema);
}

/** The name of the first schema that a type leads to. */
export function refIn(schema: JsonSchema): string | null {
  const inner = [schema.items, schema.anyOf, schema.oneOf].flatMap(schemasIn);
  return nameOfRef(schema) ?? inner.map(refIn).find((name) => name !== null) ?? null;
}

/** The object that a schema holds, whether it may be null or is a list of them. */
function objectIn(schema: JsonSchema): { schema: JsonSchema; mark: string } | null {
  if (isJsonSchema(schema.properties)) return { schema, mark: '.' };
  if (isJsonSchema(schema.items)) {
    const inner = objectIn(schema.items);
    return inner && { ...inner, mark: '[].' };
  }
  return (
    schemasIn(schema.anyOf)
      .map(objectIn)
      .find((found) => found !== null) ?? null
  );
}

/** Every field of an object, and those of the objects in it that have no name of their own. */
export function rowsOf(schema: JsonSchema, prefix = ''): SchemaRow[] {
  const properties = isJsonSchema(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(properties).flatMap(([name, field]) => {
    if (!isJsonSchema(field)) return [];
    const inner = objectIn(field);
    const row: SchemaRow = {
      name: prefix + name,
      type: typeOf(field),
      ref: refIn(field),
      required: required.includes(name),
      text: typeof field.description === 'string' ? field.description : '',
    };
    return [row, ...(inner ? rowsOf(inner.schema, `${prefix}${name}${inner.mark}`) : [])];
  });
}
