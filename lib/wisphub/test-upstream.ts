import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type Server as HttpServer,
  type ServerResponse,
} from 'node:http';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';

const payloads = new URL('./payloads/', import.meta.url);

export const payload = (name: string) => readFileSync(new URL(name, payloads), 'utf8');

export type SeenRequest = {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
};

export type Respond = (response: ServerResponse, request: SeenRequest) => void;

export type TestUpstream = {
  origin: string;
  requests: SeenRequest[];
  /** What every later request is answered. */
  answer(respond: Respond): void;
  close(): Promise<void>;
};

export const answerWith =
  (
    status: number,
    body: string | Buffer,
    contentType = 'application/json',
    headers: Record<string, string> = {},
  ): Respond =>
  (response) => {
    response.writeHead(status, {
      ...(contentType === '' ? {} : { 'content-type': contentType }),
      ...headers,
    });
    response.end(body);
  };

export const json = (status: number, value: unknown, headers: Record<string, string> = {}) =>
  answerWith(status, JSON.stringify(value), 'application/json', headers);

export const html = (status: number) =>
  answerWith(status, payload('html-outage.html'), 'text/html; charset=utf-8');

function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the test server has no port');
  return `http://127.0.0.1:${address.port}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** An upstream on loopback that records what it is asked and answers what it is told, over real HTTP. */
export async function startTestUpstream(): Promise<TestUpstream> {
  const requests: SeenRequest[] = [];
  let current: Respond = html(500);
  const server: HttpServer = createServer((request, response) => {
    response.on('error', () => {});
    void bodyOf(request)
      .then((body) => {
        const { method = '', url = '', headers } = request;
        const seen = { method, url, headers, body };
        requests.push(seen);
        current(response, seen);
      })
      .catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: originOf(server),
    requests,
    answer(respond) {
      current = respond;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** An upstream below HTTP: what it does with each connection is the caller's. */
export async function startRawUpstream(
  onRequest: (socket: Socket) => void,
): Promise<{ origin: string; requests: () => number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  let requests = 0;
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (data) => {
      requests += data.toString('latin1').match(/^(GET|POST) /gm)?.length ?? 0;
    });
    socket.once('data', () => onRequest(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: originOf(server),
    requests: () => requests,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
