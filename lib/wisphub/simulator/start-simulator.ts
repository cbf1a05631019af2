import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Answer, SimulatorRequest } from './answer';
import { answerRequest } from './answer-request';
import { serverErrorPage } from './fault-answer';
import type { TaskMs } from './ping-task';
import { createState } from './state';

type SimulatorOptions = {
  /** 0 takes any free port. */
  port: number;
  key: string;
  /** Divides every duration: 20 is twenty times quicker. */
  speed?: number;
  host?: string;
  /** The clock, in milliseconds since 1970. */
  now?: () => number;
  /** How long tasks take, before `speed` is applied. */
  taskMs?: TaskMs;
  /** How long the answer to any request is on its way. */
  answerMs?: () => number;
};

const mostBodyBytes = 64 * 1024;

/** Starts a WispHub that speaks both dialects; rejects when the port is taken. */
export async function startSimulator({
  port,
  key,
  speed = 1,
  host = '127.0.0.1',
  now = Date.now,
  taskMs,
  answerMs = () => 0,
}: SimulatorOptions): Promise<{ url: string; close(): Promise<void> }> {
  if (key === '') throw new Error('The simulator needs a key.');
  if (!(speed > 0)) throw new Error('The speed of the simulator must be greater than 0.');
  const state = createState({ now, speed, key, taskMs });
  const server = createServer((incoming, response) => {
    void readRequest(incoming)
      .then((request) => answerRequest(request, state))
      .then(({ send: reply, afterMs = 0 }) => setTimeout(() => send(response, reply), afterMs + answerMs()))
      .catch((error: unknown) => {
        console.error('simulator:', error);
        if (!response.headersSent) send(response, serverErrorPage());
      });
  });
  await listen(server, port, host);
  return { url: urlOf(server, host), close: () => close(server) };
}

async function readRequest(incoming: IncomingMessage): Promise<SimulatorRequest> {
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://simulator');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > mostBodyBytes) throw new Error('The body of a request is too long.');
    chunks.push(bytes);
  }
  return {
    method: incoming.method ?? 'GET',
    path: pathname,
    query: searchParams,
    authorization: incoming.headers.authorization ?? null,
    body: Buffer.concat(chunks).toString('utf8'),
    fromLoopback: isLoopback(incoming.socket.remoteAddress ?? ''),
  };
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

function send(response: ServerResponse, reply: Answer['send']): void {
  // The socket stays open until the client gives up, or the simulator closes.
  if (reply === 'hold') return;
  response.writeHead(reply.status, { 'Content-Type': reply.contentType, ...reply.headers });
  response.end(reply.body);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The simulator has no port.');
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
