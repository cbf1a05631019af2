import type { z } from 'zod';
import { admission, refuseTokenInUrl } from './admission';
import { system } from './compose';
import { AppError } from './domain/app-error';
import type { Actor } from './domain/role';
import {
  declaredAs,
  errorAnswer,
  parseInput,
  respond,
  single,
  whoAsks,
  type Answer,
  type Handler,
  type RequestParts,
} from './http';
import type { Context } from './operations/context';
import { isOwnOrigin } from './own-origin';
import { requestIdOf } from './request-scope';

type Parts = Omit<RequestParts, 'body'>;

async function partsOf(
  request: Request,
  params: Promise<Record<string, string | string[] | undefined> | undefined>,
): Promise<Parts> {
  return {
    params: single((await params) ?? {}),
    query: new URL(request.url).searchParams,
    headers: request.headers,
  };
}

type Upload<Input, Output> = {
  /** Picks the input out of the request; the schema decides whether it is good. */
  read: (parts: Parts) => unknown;
  input: z.ZodType<Input>;
  /** What the body must be, as its content type says. */
  type: string;
  mostBytes: number;
  run: (ctx: Context, input: Input, body: AsyncIterable<Uint8Array>) => Promise<Output>;
  answer: (output: Output) => Answer;
};

/** The pieces of a body, counted while they are read. */
async function* counted(body: ReadableStream<Uint8Array>, mostBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > mostBytes) throw tooLarge(mostBytes);
    yield piece;
  }
}

const tooLarge = (mostBytes: number) =>
  new AppError(
    'body_too_large',
    `The file is larger than ${Math.floor(mostBytes / 1_048_576)} MB. Send it in parts.`,
  );

/**
 * Makes a route handler that takes a file as the raw body of a POST, which is never held in memory. Who asks, from where,
 * and how it is refused are as in `route`.
 */
export function upload<Input, Output>(declaration: Upload<Input, Output>): Handler {
  const { type, mostBytes } = declaration;
  return declaredAs(async (request, { params }) => {
    const requestId = requestIdOf(request);
    const entry = admission(request, params, requestId);
    try {
      if (!isOwnOrigin(request.headers.get('origin'))) {
        throw new AppError('foreign_origin', 'This request comes from another site. Open Pulso itself.');
      }
      refuseTokenInUrl(request);
      const actor = await whoAsks(request.headers);
      await entry.admit(actor);
      // No form of another site can send this type without being asked first.
      if (request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() !== type) {
        throw new AppError(
          'unsupported_media_type',
          `Send the file itself as the body, with the header "Content-Type: ${type}".`,
        );
      }
      if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge(mostBytes);
      const input = parseInput(declaration.input, declaration.read(await partsOf(request, params)));
      const body = request.body ?? new Blob([]).stream();
      const output = await declaration.run(
        { ...system(), actor, origin: entry.origin },
        input,
        counted(body, mostBytes),
      );
      return respond(declaration.answer(output), requestId, entry.limits);
    } catch (error) {
      await entry.noteRefusal(error);
      return respond(errorAnswer(error, requestId), requestId, entry.limits);
    }
  }, declaration);
}

export type FileAnswer = {
  fileName: string;
  contentType: string;
  /** The text of the file, piece by piece. */
  pieces: AsyncIterable<string>;
  /** True for what a browser may show instead of saving it. */
  inline?: boolean;
};

type Download<Input, Output> = {
  read: (parts: Parts) => unknown;
  input: z.ZodType<Input>;
  run: (ctx: Context, input: Input) => Promise<Output>;
  answer: (output: Output, input: Input) => FileAnswer;
};

const percent = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;

/** ASCII for old programs, and the name as it is for all others (RFC 6266). */
const attachment = (name: string) =>
  `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`;

function streamOf(pieces: AsyncIterable<string>, onEnd: () => void): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next().catch((error: unknown) => {
        onEnd();
        throw error;
      });
      if (!done) return controller.enqueue(encoder.encode(value));
      onEnd();
      controller.close();
    },
    async cancel() {
      onEnd();
      await iterator.return?.();
    },
  });
}

/** So many files of one path are made for one caller at a time by this process, or nobody else would get an answer. */
const MOST_AT_ONCE = 3;
const AGAIN_SECONDS = 5;
/** One whose end nobody heard of counts no longer than this. */
const MOST_MS = 10 * 60_000;

/** Who is downloading, since when. */
function turnstile() {
  const underWay = new Map<string, Set<{ since: number }>>();
  /** Counts a file of this caller until the answered function is called. Throws AppError `rate_limited`. */
  return ({ id }: Actor): (() => void) => {
    const now = performance.now();
    const begun = [...(underWay.get(id) ?? [])].filter(({ since }) => now - since < MOST_MS);
    if (begun.length >= MOST_AT_ONCE) {
      const message = `You are downloading ${begun.length} of these files already. Wait for one of them.`;
      throw new AppError('rate_limited', message, { retryAfterSeconds: AGAIN_SECONDS });
    }
    const one = { since: now };
    const all = new Set([...begun, one]);
    underWay.set(id, all);
    return () => {
      const left = underWay.get(id);
      left?.delete(one);
      if (left?.size === 0) underWay.delete(id);
    };
  };
}

/** Makes a route handler that answers a file, as it is made. What is refused is refused in the envelope. */
export function download<Input, Output>(declaration: Download<Input, Output>): Handler {
  const beginFile = turnstile();
  return declaredAs(async (request, { params }) => {
    const requestId = requestIdOf(request);
    const entry = admission(request, params, requestId);
    let end = () => {};
    try {
      refuseTokenInUrl(request);
      const actor = await whoAsks(request.headers);
      await entry.admit(actor);
      end = beginFile(actor);
      const input = parseInput(declaration.input, declaration.read(await partsOf(request, params)));
      const output = await declaration.run({ ...system(), actor, origin: entry.origin }, input);
      const { fileName, contentType, pieces, inline } = declaration.answer(output, input);
      const headers = {
        'content-type': contentType,
        'content-disposition': inline ? 'inline' : attachment(fileName),
        'cache-control': 'no-store',
        'x-request-id': requestId,
        ...entry.limits,
      };
      // Nobody reads a body that was not asked for.
      if (request.method === 'HEAD') end();
      return new Response(streamOf(pieces, end), { headers });
    } catch (error) {
      end();
      await entry.noteRefusal(error);
      return respond(errorAnswer(error, requestId), requestId, entry.limits);
    }
  }, declaration);
}
