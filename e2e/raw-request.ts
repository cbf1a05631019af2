import http from 'node:http';
import { environment } from './environment';

export type RawAnswer = { status: number; headers: http.IncomingHttpHeaders; text: string };

type RawRequest = {
  method?: string;
  /** Sent as it stands: neither dots nor slashes nor escapes are put right. */
  path: string;
  headers?: Record<string, string>;
  data?: string;
  origin?: string | undefined;
};

/** Asks without the tidiness of a client, and follows no redirect. */
export function rawRequest({
  method = 'GET',
  path,
  headers = {},
  data,
  origin,
}: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin ?? environment().BASE_URL);
  return new Promise((resolve, reject) => {
    const length = data === undefined ? {} : { 'content-length': String(Buffer.byteLength(data)) };
    const request = http.request(
      { hostname, port, method, path, headers: { ...headers, ...length } },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(pieces).toString(),
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(data);
  });
}

export const cookieHeader = (cookies: readonly { name: string; value: string }[]): string =>
  cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
