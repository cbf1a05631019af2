import type { DocumentParameter } from '@/lib/openapi/document-types';

export type Filled = {
  method: string;
  /** As in the document, with its parameters in braces. */
  path: string;
  parameters: readonly DocumentParameter[];
  values: Readonly<Record<string, string>>;
  body: string | null;
  /** What the body is. */
  type: string;
  token: string;
};

export type Outcome = {
  status: number;
  ms: number;
  headers: [string, string][];
  text: string;
};

const SHOWN_HEADERS = [
  'retry-after',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'x-request-id',
];
/** More of a file than anybody reads here. */
const MOST_SHOWN = 20_000;

const filledIn = ({ parameters, values }: Filled, where: DocumentParameter['in']) =>
  parameters.flatMap(({ name, in: at }) => {
    const value = values[name]?.trim() ?? '';
    return at === where && value !== '' ? [[name, value] as [string, string]] : [];
  });

/** The address within our own API; a parameter of the path that is left empty is sent as it stands. */
export function addressOf(filled: Filled): string {
  const inPath = new Map(filledIn(filled, 'path'));
  const path = filled.path.replace(/\{(\w+)\}/g, (whole, name: string) =>
    encodeURIComponent(inPath.get(name) ?? whole),
  );
  const query = new URLSearchParams(filledIn(filled, 'query')).toString();
  return query === '' ? path : `${path}?${query}`;
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** Sends the request to the server of this page. With a token the session stays at home. Throws when nobody answers. */
export async function sendRequest(filled: Filled): Promise<Outcome> {
  const { method, body, type, token } = filled;
  const begun = performance.now();
  const response = await fetch(addressOf(filled), {
    method,
    headers: {
      ...Object.fromEntries(filledIn(filled, 'header')),
      ...(method === 'GET' ? {} : { 'content-type': type }),
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    },
    body: method === 'GET' ? undefined : (body ?? '{}'),
    credentials: token === '' ? 'same-origin' : 'omit',
    redirect: 'error',
    cache: 'no-store',
  });
  const text = await response.text();
  const headers = [...response.headers].filter(([name]) => SHOWN_HEADERS.includes(name));
  const ms = Math.round(performance.now() - begun);
  return { status: response.status, ms, headers, text: pretty(text).slice(0, MOST_SHOWN) };
}
