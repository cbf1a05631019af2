import { AppError } from './domain/app-error';

const MOST_BYTES = 64 * 1024;

const tooLarge = () => new AppError('body_too_large', 'The body is larger than 64 kB. Send less.');

async function readBytes(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    bytes += value.length;
    if (bytes > MOST_BYTES) {
      // The rest is not read; waiting for it would be what the cap is there to prevent.
      void reader.cancel().catch(() => {});
      throw tooLarge();
    }
    chunks.push(value);
  }
}

/** The JSON body of a request, at most 64 kB, counted while reading. Throws AppError. */
export async function readJsonBody(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) throw tooLarge();
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    throw new AppError(
      'unsupported_media_type',
      'Send JSON with the header "Content-Type: application/json".',
    );
  }
  const bytes = request.body === null ? new Uint8Array() : await readBytes(request.body);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new AppError('invalid_request', 'The body is not valid JSON.', {
      fields: { body: 'not valid JSON' },
    });
  }
}
