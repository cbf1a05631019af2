import type { z } from 'zod';

export type NamedSchema = {
  id: string;
  text: string;
  schema: z.ZodType;
  words: Readonly<Record<string, string>>;
};

/** A schema that the document knows by a name, with a sentence for each of its fields: one without does not compile. */
export const named = <Shape extends z.core.$ZodShape>(
  id: string,
  text: string,
  schema: z.ZodObject<Shape>,
  words: Record<keyof Shape & string, string>,
): NamedSchema => ({ id, text, schema, words });
