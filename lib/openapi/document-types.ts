import type { JsonSchema } from './json-schema-shape';

/** The part of OpenAPI 3.1 that our document uses, for whoever reads it. */
export type DocumentParameter = {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description: string;
  schema: JsonSchema;
  style?: 'form';
  explode?: false;
  example?: unknown;
};

export type DocumentExample = { summary?: string; value: unknown };

export type DocumentMedia = { schema: JsonSchema; examples?: Record<string, DocumentExample> };

export type DocumentResponse = {
  description: string;
  headers?: Record<string, { $ref: string }>;
  content: Record<string, DocumentMedia>;
};

/** A request to send as it stands, with what it is answered. */
export type DocumentSample = {
  title: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: unknown;
  /** Whom it is sent by: a program with a token, a person who signed in, or whoever. */
  as: 'token' | 'session' | 'nobody';
  status: number;
  actions: readonly string[];
};

export type DocumentOperation = {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  security: Record<string, string[]>[];
  parameters: DocumentParameter[];
  requestBody?: { required: true; description?: string; content: Record<string, DocumentMedia> };
  responses: Record<string, DocumentResponse>;
  /** The roles that may do this in the console. */
  'x-roles': string[];
  /** Every way in which it answers, with a sentence for each. */
  'x-answers': { status: number; type: string; action: string; code: string | null; text: string }[];
  /** Rules that no schema can say. */
  'x-refuses'?: string;
  'x-samples': DocumentSample[];
};

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type DocumentMethod = (typeof METHODS)[number];

export type ApiDocument = {
  openapi: '3.1.1';
  info: {
    title: string;
    version: string;
    description: string;
    license: { name: string; identifier: string };
  };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Partial<Record<DocumentMethod, DocumentOperation>>>;
  components: {
    schemas: Record<string, JsonSchema>;
    headers: Record<string, { description: string; schema: JsonSchema }>;
    securitySchemes: Record<string, JsonSchema>;
  };
  /** The tags in two parts: what programs use, and what the console uses beside. */
  'x-tagGroups': { name: string; description: string; tags: string[] }[];
  'x-scopes': { scope: string; text: string }[];
  'x-codes': { code: string; status: number; action: string; text: string }[];
};
