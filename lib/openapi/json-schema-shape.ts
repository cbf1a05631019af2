/** A schema of JSON Schema 2020-12, which is the dialect of OpenAPI 3.1. */
export type JsonSchema = { [keyword: string]: unknown };

export const isJsonSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schemas of a list, or the one that stands alone. */
export const schemasIn = (value: unknown): JsonSchema[] => [value].flat().filter(isJsonSchema);
