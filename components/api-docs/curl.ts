import type { DocumentSample } from '@/lib/openapi/document-types';

/** A text as a shell takes it whole. */
const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** The line that sends a sample from a terminal; the token stands in `$TOKEN`, the cookie of a session in `$COOKIE`, the id of a ping in `$TASK_ID`. */
export function curlOf({ method, path, headers, body, as }: DocumentSample, host: string): string {
  const address = `${host}${path}`;
  const parts = [
    `curl${method === 'GET' ? '' : ` -X ${method}`} "${address.replace('{task_id}', '$TASK_ID')}"`,
    ...(as === 'token' ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(as === 'session' ? ['-b "$COOKIE"'] : []),
    ...(method === 'GET' ? [] : ['-H "Content-Type: application/json"']),
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`-d ${quoted(JSON.stringify(body))}`]),
  ];
  return parts.join(' \\\n  ');
}
