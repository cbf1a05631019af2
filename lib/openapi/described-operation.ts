import type { z } from 'zod';
import type { AppErrorCode } from '@/lib/domain/app-error';
import type { Envelope } from '@/lib/domain/envelope';
import type { Action } from '@/lib/domain/role';
import type { Handler } from '@/lib/http';
import type { JsonSchema } from './json-schema-shape';

/** Where a caller puts one field of what an operation takes. Its schema is the one that parses it. */
export type Place = {
  in: 'path' | 'query' | 'header' | 'body' | 'whole_body';
  /** Its name on the wire. */
  name: string;
  text: string;
  example?: unknown;
  /** What stands where a caller writes nothing. */
  fallback?: unknown;
  /** The form on the wire where it is not that of the parsed field, such as the text of a cursor. */
  wire?: JsonSchema;
};

type More = Pick<Place, 'example' | 'fallback' | 'wire'>;

const placed =
  (where: Place['in']) =>
  (name: string, text: string, more: More = {}): Place => ({ in: where, name, text, ...more });

export const inPath = placed('path');
export const inQuery = placed('query');
export const inHeader = placed('header');
export const inBody = placed('body');

/** `1` says yes; everything else, and nothing, says no. */
export const flag = (name: string, text: string): Place =>
  inQuery(name, `${text} Yes when it is \`1\`.`, { wire: { type: 'string' }, fallback: false });

export const cursor = (): Place =>
  inQuery('cursor', 'The `next_cursor` of the page before. Leave it out for the first page.', {
    wire: { type: 'string' },
    fallback: null,
  });

/** One way in which an operation answers when it did what was asked. */
export type DescribedAnswer = {
  action: string;
  type?: Envelope['type'];
  status?: number;
  text: string;
  /** Null, unless given, are `data`, `message` and `meta`. */
  data?: z.ZodType;
  message?: z.ZodType;
  meta?: z.ZodType;
  ok?: boolean;
  headers?: readonly 'Retry-After'[];
  examples?: Readonly<Record<string, Envelope>>;
};

/** A request that a reader can send as it stands. `{task_id}` in its path is the ping that an earlier one created. */
export type Sample = {
  title: string;
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
  /** For one without credentials; all others are sent with a token, or by a person where no token reaches. */
  as?: 'nobody';
  status: number;
  /** Any of these actions may answer. */
  actions: readonly string[];
};

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a reader has to know of one method of one path, beside what the route itself declares. */
export type DescribedOperation = {
  id: string;
  group: string;
  method: Method;
  /** With the names of its parameters as callers know them, and its final slash. */
  path: string;
  handler: Handler;
  summary: string;
  /** Paragraphs; `code` stands in backticks. */
  text: readonly string[];
  /** What the caller must be allowed; any one of them where the request decides which. */
  needs: readonly Action[];
  /** True where nobody is asked who they are. */
  open?: true;
  places: Readonly<Record<string, Place>>;
  answers: readonly DescribedAnswer[];
  /** The body where it is a file and not JSON. */
  takes?: { type: string; text: string; example: string };
  /** Content types of an answer that is a file, and what it holds. */
  file?: { types: readonly string[]; text: string };
  /** What it answers beyond what every operation may. */
  errors?: readonly AppErrorCode[];
  /** Rules that a schema cannot say, so that a request may fit the schema and be refused with 400. */
  refuses?: string;
  samples: readonly Sample[];
};
