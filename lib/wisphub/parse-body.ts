import type { UpstreamAnswer } from './fault';

const unreadable: UpstreamAnswer = {
  ok: false,
  fault: { kind: 'bad_json', sent: true, answered: true, retryAfterMs: null },
};

/** The JSON that these bytes are, with the key taken out of it; a fault when they are none. Never throws. */
export function parseBody(bytes: Buffer, redact: (text: string) => string): UpstreamAnswer {
  try {
    const text = redact(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return { ok: true, json: JSON.parse(text), text };
  } catch {
    return unreadable;
  }
}
