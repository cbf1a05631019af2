import fc from 'fast-check';
import { isJsonSchema, schemasIn, type JsonSchema } from './json-schema-shape';

const NASTY = [
  '\u0000',
  '\u202e',
  '%00',
  '../../etc',
  "' or 1=1 --",
  '__proto__',
  '＝1+1',
  '\\',
  '"',
  '😀',
  'ñ',
  '%',
  '_',
];

const numberOr = (value: unknown, fallback: number) => (typeof value === 'number' ? value : fallback);

function integers({ minimum, exclusiveMinimum, maximum }: JsonSchema): fc.Arbitrary<number> {
  const min = typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : numberOr(minimum, -1000);
  // Ten digits are what a path may hold.
  return fc.integer({ min, max: numberOr(maximum, 9_999_999_999) });
}

/** Shares and the like: two decimals. */
const numbers = ({ minimum, maximum }: JsonSchema): fc.Arbitrary<number> =>
  fc
    .integer({
      min: Math.ceil(numberOr(minimum, -1000) * 100),
      max: Math.floor(numberOr(maximum, 1000) * 100),
    })
    .map((hundredths) => hundredths / 100);

function texts(schema: JsonSchema): fc.Arbitrary<unknown> {
  const { format, pattern, minLength, maxLength } = schema;
  if (format === 'uuid') return fc.uuid();
  if (format === 'date') {
    const range = { min: new Date('2000-01-01'), max: new Date('2199-12-31'), noInvalidDate: true };
    return fc.date(range).map((date) => date.toISOString().slice(0, 10));
  }
  if (format === 'email') return fc.stringMatching(/^[a-z]{1,9}@[a-z]{1,9}\.com$/);
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern));
  const size = { minLength: numberOr(minLength, 0), maxLength: Math.min(numberOr(maxLength, 40), 60) };
  return fc.oneof(fc.string({ ...size, unit: 'binary' }), fc.string(size), fc.constantFrom(...NASTY));
}

function objects({ properties, required }: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  const fields = isJsonSchema(properties) ? properties : {};
  const model = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const any = valuesOf(isJsonSchema(field) ? field : {}, known);
      const here = known[name];
      return [name, here === undefined ? any : fc.oneof(any, fc.constantFrom(...here))];
    }),
  );
  return fc.record(model, { requiredKeys: Array.isArray(required) ? required.map(String) : [] });
}

/** Values that mean something, by the name of the field or parameter that they are for. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

/** Any value that a schema of our document accepts, and for fields with a known one that, half of the time. */
export function valuesOf(schema: JsonSchema, known: Known = {}): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  const choices = schemasIn(schema.anyOf);
  if (choices.length > 0) return fc.oneof(...choices.map((choice) => valuesOf(choice, known)));
  switch (schema.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return integers(schema);
    case 'number':
      return numbers(schema);
    case 'string':
      return texts(schema);
    case 'array':
      return fc.array(valuesOf(isJsonSchema(schema.items) ? schema.items : {}, known), {
        minLength: numberOr(schema.minItems, 0),
        maxLength: 4,
      });
    case 'object':
      return objects(schema, known);
    default:
      throw new Error(`The fuzz does not know how to make ${JSON.stringify(schema)}.`);
  }
}
