import type { z } from 'zod';
import { envelopeSchema, errorMetaSchema, type Envelope } from '@/lib/domain/envelope';
import { ApiError } from './api-error';

/** What our server refused of a file, and from which line on where it said so. */
export class FileError extends ApiError {
  constructor(
    code: string,
    status: number,
    requestId: string | null,
    message: string,
    readonly line: number | null,
  ) {
    super(code, status, requestId, message);
  }
}

const unreachable = () => new ApiError('network', 0, null, 'The server cannot be reached.');

function readEnvelope(text: string): Envelope | null {
  try {
    return envelopeSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function toError(envelope: Envelope, status: number): FileError {
  const meta = errorMetaSchema.safeParse(envelope.meta).data;
  const code = meta?.code ?? 'unknown';
  const line = Number(meta?.fields?.line ?? NaN);
  const message = envelope.message ?? code;
  return new FileError(code, status, meta?.request_id ?? null, message, Number.isFinite(line) ? line : null);
}

type Sending<Data> = {
  path: string;
  file: Blob;
  type: string;
  schema: z.ZodType<Data>;
  signal: AbortSignal;
  /** How much of the file has been sent, from 0 to 1. */
  onShare: (share: number) => void;
};

/** Sends a file as the raw body of a POST. Only this old way of asking tells how far it is. */
export function sendFile<Data>({ path, file, type, schema, signal, onShare }: Sending<Data>): Promise<Data> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('content-type', type);
    request.upload.onprogress = ({ loaded, total }) => onShare(total === 0 ? 1 : loaded / total);
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(signal.reason);
    request.onload = () => {
      const envelope = readEnvelope(request.responseText);
      if (envelope === null) reject(unreachable());
      else if (request.status >= 400) reject(toError(envelope, request.status));
      else {
        const parsed = schema.safeParse(envelope.data);
        if (parsed.success) resolve(parsed.data);
        else reject(parsed.error);
      }
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
