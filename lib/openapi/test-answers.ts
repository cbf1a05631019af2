import { z } from 'zod';
import type { ApiDocument, DocumentOperation } from './document-types';
import { METHODS } from './document-types';
import type { JsonSchema } from './json-schema-shape';

/** What the document knows of one method of one path. */
export type OperationAt = { path: string; method: string; operation: DocumentOperation };

export const operationsOf = (document: ApiDocument): OperationAt[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const operation = methods[method];
      return operation ? [{ path, method: method.toUpperCase(), operation }] : [];
    }),
  );

/** A schema of the document as a parser, built from its JSON alone and not from what the JSON was made of. */
export function parserOf({ components }: ApiDocument, schema: JsonSchema): z.ZodType {
  const whole = JSON.stringify({ ...schema, $defs: components.schemas });
  return z.fromJSONSchema(z.record(z.string(), z.json()).parse(JSON.parse(local(whole))));
}

const local = (text: string) => text.replaceAll('"#/components/schemas/', '"#/$defs/');

const kept = new WeakMap<JsonSchema, z.ZodType>();

function parserOnce(document: ApiDocument, schema: JsonSchema): z.ZodType {
  const known = kept.get(schema) ?? parserOf(document, schema);
  kept.set(schema, known);
  return known;
}

type Answered = { status: number; headers: Headers; text: string };

/** What in this answer is not as the document says; nothing when all of it is. */
export function differences(
  document: ApiDocument,
  operation: DocumentOperation,
  answered: Answered,
): string[] {
  const { status, headers, text } = answered;
  const response = operation.responses[status];
  const seen = `${status} ${text.slice(0, 400)}`;
  if (response === undefined) return [`a status that is not documented: ${seen}`];
  const type = headers.get('content-type')?.replace(/;.*/, '') ?? '';
  const media = Object.entries(response.content).find(([name]) => name.replace(/;.*/, '') === type)?.[1];
  if (media === undefined) return [`a content type that is not documented: ${type}`];
  const missing = status === 429 || status === 503 ? ['Retry-After', 'X-Request-Id'] : ['X-Request-Id'];
  const wrong = missing.filter((name) => !headers.has(name)).map((name) => `no header ${name}: ${seen}`);
  if (type !== 'application/json') return wrong;
  const { error } = parserOnce(document, media.schema).safeParse(JSON.parse(text));
  return error ? [...wrong, `${z.prettifyError(error)}: ${seen}`] : wrong;
}
