import { createServer } from 'node:net';

type Attempt = { port: number; error: null } | { port: null; error: string };

function tryListen(port: number, host: string): Promise<Attempt> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve({ port: null, error: error.code ?? error.message });
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const bound = address !== null && typeof address === 'object' ? address.port : port;
      server.close(() => resolve({ port: bound, error: null }));
    });
  });
}

/** Why nobody could listen there now (`EADDRINUSE`, `EACCES` …), null when it is possible. */
export async function listenError(port: number, host = '127.0.0.1'): Promise<string | null> {
  return (await tryListen(port, host)).error;
}

/** A port that nobody listened on a moment ago. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const { port, error } = await tryListen(0, host);
  if (port === null) throw new Error(`No port is free on ${host}: ${error}.`);
  return port;
}
