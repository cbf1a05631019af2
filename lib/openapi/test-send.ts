import type { Handler } from '@/lib/http';
import type { OperationAt } from './test-answers';
import type { WireRequest } from './test-requests';

const camelCase = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Hands a request to a handler as Next does: its path decoded into parameters. */
export async function send(
  { path, method, operation }: OperationAt,
  handler: Handler,
  { path: params, query, headers, body }: Omit<WireRequest, 'broken'>,
) {
  const written = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const [type = 'application/json'] = Object.keys(operation.requestBody?.content ?? {});
  const search = new URLSearchParams(query).toString();
  const request = new Request(`http://localhost:3000${written}${search && `?${search}`}`, {
    method,
    headers: { ...(method === 'GET' ? {} : { 'content-type': type }), ...headers },
    body,
  });
  const decoded = Object.entries(params).map(([name, value]) => [camelCase(name), value]);
  const response = await handler(request, { params: Promise.resolve(Object.fromEntries(decoded)) });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
